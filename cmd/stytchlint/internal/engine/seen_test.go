package engine

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

// TestWriteTypes changes a package, one thing after the other.
func TestWriteTypes(t *testing.T) {
	t.Parallel()
	const source = `package p

import "io"

const C = 1

var V = new(hidden)

type hidden struct {
	n int ` + "`tag:\"\"`" + `
	io.Reader
}

func (h *hidden) M(x int) {}

type G[T any] struct{ t T }

type A = map[string]int

type I interface{ m() }

func F(x int) (y error) { return nil }

func unseen() { _ = 1 }
`
	imp := importer.Default()
	write := func(src string) string {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "p.go", src, 0)
		if err != nil {
			t.Fatal(err)
		}
		pkg, err := (&types.Config{Importer: imp}).Check("p", fset, []*ast.File{f}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if named := writeTypes(&b, pkg); len(named) != 2 || !named["io"] || !named["p"] {
			t.Errorf("named %v", named)
		}
		return b.String()
	}
	base := write(source)
	for _, change := range []struct {
		old, new string
		same     bool
	}{
		{"_ = 1", "_ = 2", true},
		{"func unseen() {", "// More.\n\nfunc other(x int) {", true},
		{"C = 1", "C = 2", false},
		{"C = 1", "C = 1.0", false},
		{"new(hidden)", "hidden{}", false},
		{"n int", "n int64", false},
		{"tag:", "other:", false},
		{"io.Reader", "R io.Reader", false},
		{"(h *hidden)", "(h hidden)", false},
		{"M(x int)", "M(x, y int)", false},
		{"T any", "T comparable", false},
		{"map[string]int", "map[string]bool", false},
		{"A = ", "A ", false},
		{"m() }", "m(); n() }", false},
		{"(x int) (y error)", "(x int) error", false},
	} {
		changed := strings.Replace(source, change.old, change.new, 1)
		if changed == source {
			t.Fatalf("nothing to change for %s", change.old)
		}
		if got := write(changed); (got == base) != change.same {
			t.Errorf("%s instead of %s: the same %t\n%s", change.new, change.old, got == base, got)
		}
	}
}
