package ignore_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
)

// directives parses a file and returns its directives, and the first position
// on each of its lines, the first line being 1.
func directives(t *testing.T, src string) ([]*ignore.Directive, []token.Pos) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	result, err := ignore.Analyzer.Run(&analysis.Pass{Analyzer: ignore.Analyzer, Fset: fset, Files: []*ast.File{f}})
	if err != nil {
		t.Fatal(err)
	}
	file := fset.File(f.FileStart)
	lines := []token.Pos{token.NoPos}
	for i := range file.LineCount() {
		lines = append(lines, file.LineStart(i+1))
	}
	return result.([]*ignore.Directive), lines
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		comment string
		checks  string // joined by spaces; "-" if it is no directive
		reason  string
	}{
		{"//stytchlint:ignore stytchcode it is meant", "stytchcode", "it is meant"},
		{"//stytchlint:ignore a,b it is meant", "a b", "it is meant"},
		{"//stytchlint:ignore\ta\tit  is\tmeant ", "a", "it is meant"},
		{"//stytchlint:ignore a because // a remark", "a", "because"},
		{"//stytchlint:ignore a // a remark", "a", ""},
		{"//stytchlint:ignore a", "a", ""},
		{"//stytchlint:ignore", "", ""},
		{"//stytchlint:ignore   ", "", ""},
		{"//stytchlint:ignored a because", "-", ""},
		{"// stytchlint:ignore a because", "-", ""},
		{"//Stytchlint:ignore a because", "-", ""},
		{"//nolint:stytchlint", "-", ""},
		{"/*stytchlint:ignore a because*/", "-", ""},
	} {
		list, _ := directives(t, "package x\n\n"+tt.comment+"\nvar x int\n")
		if tt.checks == "-" {
			if len(list) != 0 {
				t.Errorf("%s is taken for a directive", tt.comment)
			}
			continue
		}
		if len(list) != 1 {
			t.Errorf("%s: %d directives", tt.comment, len(list))
			continue
		}
		d := list[0]
		if got := strings.Join(d.Checks, " "); got != tt.checks || d.Reason != tt.reason {
			t.Errorf("%s: got %q, %q", tt.comment, got, d.Reason)
		}
	}
}

// Each line of these sources that ends with "yes" is covered by the only
// directive, and no other line is.
func TestCovers(t *testing.T) {
	for name, src := range map[string]string{
		"own line": `package x

var a = 1
//stytchlint:ignore check because // yes
var b = 1 // yes
var c = 1
`,
		"behind code": `package x

var a = 1
var b = 1 //stytchlint:ignore check because // yes
var c = 1
`,
		"more comment below": `package x

//stytchlint:ignore check because // yes
// and so on // yes
var b = 1 // yes
var c = 1
`,
		"more comment above": `package x

// something
//stytchlint:ignore check because // yes
var b = 1 // yes
`,
		"blank line below": `package x

//stytchlint:ignore check because // yes
// yes

var b = 1
`,
		"behind an opening brace": `package x

func f() { //stytchlint:ignore check because // yes
	println()
}
`,
		"behind a closing brace": `package x

func f() {
	println()
} //stytchlint:ignore check because // yes
var b = 1
`,
		"in a call over several lines": `package x

func f() {
	println(
		1,
		//stytchlint:ignore check because // yes
		2, // yes
		3,
	)
}
`,
		"behind an argument": `package x

func f() {
	println(
		1,
		2, //stytchlint:ignore check because // yes
		3,
	)
}
`,
		"behind a case": `package x

func f(n int) {
	switch n {
	case 1: //stytchlint:ignore check because // yes
	case 2:
	}
}
`,
		"behind an operator": `package x

func f(a, b bool) bool {
	return a || //stytchlint:ignore check because // yes
		b
}
`,
		"under a line comment": `package x

//line other.go:100
var a = 1
//stytchlint:ignore check because // yes
var b = 1 // yes
var c = 1
`,
		"first line": `//stytchlint:ignore check because // yes
package x // yes

var b = 1
`,
		"last line": `package x

var b = 1
//stytchlint:ignore check because // yes`,
	} {
		t.Run(name, func(t *testing.T) {
			list, lines := directives(t, src)
			if len(list) != 1 {
				t.Fatalf("%d directives", len(list))
			}
			for i, text := range slices.Collect(strings.Lines(src)) {
				if strings.TrimSpace(text) == "" {
					continue // nothing to find there
				}
				want := strings.HasSuffix(strings.TrimSpace(text), "// yes")
				if got := list[0].Covers("check", lines[i+1]); got != want {
					t.Errorf("line %d is covered: %t, want %t: %s", i+1, got, want, text)
				}
				if list[0].Covers("other", lines[i+1]) {
					t.Errorf("line %d is covered for another check", i+1)
				}
			}
		})
	}
}

func TestNoReasonCoversNothing(t *testing.T) {
	list, lines := directives(t, "package x\n\n//stytchlint:ignore check\nvar b = 1\n")
	if list[0].Covers("check", lines[4]) {
		t.Error("covered")
	}
}
