package edit_test

import (
	"errors"
	"go/ast"
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// What is copied has the edits that lie in it, and the indentation of its first line
// is that of wherever it is put.
func TestCopy(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		src  string // of a function with one call of g, in which x becomes y
		want string // "" if it cannot be copied
	}{
		"a line":                 {"func f() {\n\tg(x, 1)\n}", "g(y, 1)"},
		"more lines":             {"func f() {\n\tif true {\n\t\tg(\n\t\t\tx,\n\t\t\t1,\n\t\t)\n\t}\n}", "g(\n\ty,\n\t1,\n)"},
		"a comment in it":        {"func f() {\n\tg(x /* one */, 1)\n}", ""},
		"a comment behind it":    {"func f() {\n\tg(x, 1) // one\n}", "g(y, 1)"},
		"a raw literal":          {"func f() {\n\tg(x, `1`)\n}", "g(y, `1`)"},
		"a literal with lines":   {"func f() {\n\tg(x, `1\n\t2`)\n}", ""},
		"an edit that is not in": {"func f() {\n\tx = 3\n\tg(1, 1)\n}", "g(1, 1)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			src := "package p\n\nvar x any\n\nfunc g(a, b any) {}\n\n" + tt.src + "\n"
			pass := check(t, src)
			pass.ReadFile = func(string) ([]byte, error) { return []byte(src), nil }
			var edits []analysis.TextEdit
			var call *ast.CallExpr
			ast.Inspect(pass.Files[0], func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Ident:
					if n.Name == "x" {
						edits = append([]analysis.TextEdit{edit.Replace(n.Pos(), n.End(), "y")}, edits...)
					}
				case *ast.CallExpr:
					call = n
				}
				return true
			})
			file := edit.Of(pass, pass.Files[0])
			got, ok := file.Copy(call.Pos(), call.End(), edits)
			if ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("got %q, %t", got, ok)
			}
		})
	}
}

// A file that cannot be read, or was changed meanwhile, has no text.
func TestCopyWithoutFile(t *testing.T) {
	t.Parallel()
	pass := check(t, "package p\n\nvar x any\n")
	for name, read := range map[string]func(string) ([]byte, error){
		"no way to read": nil,
		"an error":       func(string) ([]byte, error) { return nil, errors.New("no") },
		"another size":   func(string) ([]byte, error) { return []byte("package p\n"), nil },
	} {
		pass.ReadFile = read
		file := edit.Of(pass, pass.Files[0])
		if got, ok := file.Copy(pass.Files[0].Name.Pos(), pass.Files[0].Name.End(), nil); ok {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// However much is copied, a file is read once.
func TestCopyReadsOnce(t *testing.T) {
	t.Parallel()
	const src = "package p\n\nvar x any\n"
	pass := check(t, src)
	for _, failure := range []error{nil, errors.New("no")} {
		reads := 0
		pass.ReadFile = func(string) ([]byte, error) {
			reads++
			return []byte(src), failure
		}
		file := edit.Of(pass, pass.Files[0])
		for range 3 {
			if got, ok := file.Copy(pass.Files[0].Name.Pos(), pass.Files[0].Name.End(), nil); ok != (failure == nil) || ok && got != "p" {
				t.Errorf("got %q, %t", got, ok)
			}
		}
		if reads != 1 {
			t.Errorf("read %d times", reads)
		}
	}
}

func TestZero(t *testing.T) {
	t.Parallel()
	pass := check(t, "package p\n\ntype name string\n\ntype alias = *int\n\nfunc f[T any](name, bool, float64, alias, []int, map[int]int, chan int, func(), any, error, T, struct{}, [1]int) {}\n")
	params := pass.Pkg.Scope().Lookup("f").Type().(*types.Signature).Params()
	for i, want := range []string{`""`, "false", "0", "nil", "nil", "nil", "nil", "nil", "nil", "nil", "", "", ""} {
		if got := edit.Zero(params.At(i).Type()); got != want {
			t.Errorf("%s: %q, want %q", params.At(i).Type(), got, want)
		}
	}
}

func TestMeaning(t *testing.T) {
	t.Parallel()
	f := markedFile(t, "package p\n\nvar a int\n\nfunc f(a string) { /*here*/ }\n")
	if got := f.Meaning(f.pos(), "a"); got == nil || got.Type() != types.Typ[types.String] {
		t.Errorf("a is %v", got)
	}
	if got := f.Meaning(f.pos(), "b"); got != nil {
		t.Errorf("b is %v", got)
	}
	if got := f.Meaning(0, "a"); got != nil {
		t.Errorf("nowhere, a is %v", got)
	}
}
