package check_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/checkdoc"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/check"
	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/types"
)

const testdata = "../../../../../testdata"

var bundle = sync.OnceValues(func() ([]byte, error) {
	dir, err := filepath.Abs(testdata)
	if err != nil {
		return nil, err
	}
	return types.Write(context.Background(), dir)
})

func newChecker(t *testing.T) *check.Checker {
	t.Helper()
	file, err := bundle()
	if err != nil {
		t.Fatal(err)
	}
	c, err := check.New(file)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestExamples checks each example of a check's documentation, also from source, as
// analyzers are run elsewhere: the same is found.
func TestExamples(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs(testdata)
	if err != nil {
		t.Fatal(err)
	}
	own := t.TempDir()
	sources := make(map[string]string) // by the package path
	var paths []string
	for _, a := range analyzer.All() {
		for i, e := range checkdoc.Parse(a).Examples {
			path := fmt.Sprintf("playground/%s%d", a.Name, i)
			sources[path] = e.Program()
			name := filepath.Join(own, "src", path, "main.go")
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(e.Program()), 0o600); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax, Dir: own,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+own+string(filepath.ListSeparator)+dir, "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0"),
	}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzer.All(), loaded, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string][]string)
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			fset := act.Package.Fset
			units := func(offset int) int {
				return len(utf16.Encode([]rune(sources[act.Package.PkgPath][:offset])))
			}
			want[act.Package.PkgPath] = append(want[act.Package.PkgPath], fmt.Sprintf("%d-%d %s: %s (%t)",
				units(fset.Position(d.Pos).Offset), units(fset.Position(d.End).Offset), act.Analyzer.Name, d.Message, len(d.SuggestedFixes) > 0))
		}
	}
	c := newChecker(t)
	for _, path := range paths {
		answer := c.Check(sources[path])
		for i, f := range answer.Findings {
			checkDiff(t, f.Diff, sources[path], c.FixOne(sources[path], i))
		}
		if len(answer.Problems) > 0 {
			t.Errorf("%s: %v", path, answer.Problems)
		}
		var got []string
		for _, f := range answer.Findings {
			got = append(got, fmt.Sprintf("%d-%d %s: %s (%t)", f.From, f.To, f.Check, f.Message, f.Fix != ""))
		}
		slices.Sort(got)
		slices.Sort(want[path])
		if !slices.Equal(got, want[path]) {
			t.Errorf("%s: found\n%q\nwant\n%q", path, got, want[path])
		}
	}
	if len(want) < len(analyzer.All()) {
		t.Errorf("something is found in %d examples alone", len(want))
	}
}

// checkDiff asks of what is shown of a fix that it is so, but for imports, which are
// tidied up after it.
func checkDiff(t *testing.T, diff []string, before, after string) {
	t.Helper()
	count := func(text, line string) int { return strings.Count("\n"+text, "\n"+line+"\n") }
	for _, line := range diff {
		switch {
		case line == "":
		case line[0] == '-' && count(before, line[1:]) <= count(after, line[1:]):
			t.Errorf("it does not go away: %q\n%q", line, diff)
		case line[0] == '+' && count(after, line[1:]) <= count(before, line[1:]):
			t.Errorf("it is not new: %q\n%q", line, diff)
		}
	}
	if len(diff) == 0 && before != after {
		t.Errorf("it changes\n%s", after)
	}
}

const two = `package main

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// 𝔊o
func expired(e stytcherror.Error) bool {
	return /* ü𝔊 */ e.ErrorType == "session_expired" || e.ErrorType == "user_not_fuond"
}

func main() {}
`

// TestFixes applies one fix, and all.
func TestFixes(t *testing.T) {
	t.Parallel()
	c := newChecker(t)
	found := c.Check(two).Findings
	if len(found) != 2 || found[0].Line != 7 || found[0].Fix == "" {
		t.Fatalf("found %v", found)
	}
	units := utf16.Encode([]rune(two))
	if got := string(utf16.Decode(units[found[0].From:found[0].To])); got != `"session_expired"` {
		t.Errorf("found %s", got)
	}
	line := "	return /* ü𝔊 */ e.ErrorType == \"session_expired\" || e.ErrorType == \"user_not_fuond\""
	if want := []string{"-" + line, "+" + strings.Replace(line, "expired", "not_found", 1)}; !slices.Equal(found[0].Diff, want) {
		t.Errorf("the fix changes %q, want %q", found[0].Diff, want)
	}
	one := c.FixOne(two, 1)
	if want := strings.Replace(two, "user_not_fuond", "user_not_found", 1); one != want {
		t.Errorf("got\n%s\nwant\n%s", one, want)
	}
	for _, n := range []int{-1, 2} {
		if got := c.FixOne(two, n); got != two {
			t.Errorf("fix %d makes\n%s", n, got)
		}
	}
	all := c.FixAll(two)
	if left := c.Check(all); len(left.Findings)+len(left.Problems) > 0 || all == two {
		t.Errorf("%v is left in\n%s", left, all)
	}
	if got := c.FixAll(all); got != all {
		t.Errorf("it is changed again\n%s", got)
	}
}

// TestProblems has programs that do not compile.
func TestProblems(t *testing.T) {
	t.Parallel()
	c := newChecker(t)
	for _, test := range []struct{ name, src, part, message string }{
		{"empty", "", "", "expected 'package'"},
		{"syntax", "package main\n\nfunc main() {\n\tx := = 1\n}\n", "=", "expected operand"},
		{"type", "package main\n\nfunc main() { var n int = wrong }\n", "wrong", "undefined: wrong"},
		{"unused", "package main\n\nimport \"os\"\n\nfunc main() {}\n", "\"", "imported and not used"},
		{"unknown import", "package main\n\nimport \"github.com/other/module\"\n\nfunc main() { module.Do() }\n", `"github.com/other/module"`, "does not have github.com/other/module"},
		{"cgo", "package main\n\nimport \"C\"\n\nfunc main() {}\n", `"C"`, "does not have C"},
		{"line comment", "package main\n\n//line other.go:100\nfunc main() { wrong() }\n", "wrong", "undefined: wrong"},
	} {
		answer := c.Check(test.src)
		if len(answer.Problems) == 0 || !strings.Contains(answer.Problems[0].Message, test.message) {
			t.Errorf("%s: %v", test.name, answer)
			continue
		}
		if p := answer.Problems[0]; test.src[p.From:p.To] != test.part {
			t.Errorf("%s: it is about %q", test.name, test.src[p.From:p.To])
		}
	}
	// What can be checked is checked.
	src := strings.Replace(two, "import ", "import _ \"example.com/none\"\nimport ", 1) + "\nfunc broken() { wrong() }\n"
	if answer := c.Check(src); len(answer.Problems) != 2 || len(answer.Findings) != 2 {
		t.Errorf("%v", answer)
	}
	if _, err := check.New([]byte("no file")); err == nil {
		t.Error("no packages are read")
	}
}

// TestTests has the program of two as a test: there names that nobody knows are not
// reported.
func TestTests(t *testing.T) {
	t.Parallel()
	c := newChecker(t)
	src := strings.ReplaceAll(two, "user_not_fuond", "gateway_made_of_wood")
	if n := len(c.Check(src).Findings); n != 2 {
		t.Errorf("%d findings", n)
	}
	src = strings.Replace(src, "import ", "import _ \"testing\"\nimport ", 1)
	if n := len(c.Check(src).Findings); n != 1 {
		t.Errorf("%d findings in a test", n)
	}
}
