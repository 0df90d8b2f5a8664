package flow_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/flow"
)

const source = `package p

import (
	"log"
	"os"
	"runtime"
	"testing"
)

func exits()    { os.Exit(1) }
func indirect() { exits() }
func method(l *log.Logger) { l.Fatalf("x") }
func goexit() { runtime.Goexit() }
func fails(t *testing.T) { t.Helper(); t.Fatal("x") }
func failsTB(t testing.TB) { t.FailNow() }
func both(b bool) {
	if b {
		panic("b")
	}
	log.Fatal("x")
}
func forever() { for { } }
func one(b bool) {
	if b {
		panic("b")
	}
}
func recovers() {
	defer func() { recover() }()
	panic("x")
}
func recursive(n int) {
	if n > 0 {
		recursive(n - 1)
	}
}
func returns() {}
func logs(t *testing.T) { t.Error("x"); log.Print("x") }
type own struct{}
func (own) Exit(int) {}
func shadowed(os own) { os.Exit(1) }
`

// A function that calls each of these comes to its end or not.
func TestMayReturn(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := fixtest.NewInfo()
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", nil)}
	if _, err := conf.Check("p", fset, []*ast.File{f}, info); err != nil {
		t.Fatal(err)
	}
	graphs := flow.New([]*ast.File{f}, info)
	never := map[string]bool{
		"exits": true, "indirect": true, "method": true, "goexit": true, "fails": true, "failsTB": true, "both": true, "forever": true,
	}
	for _, d := range f.Decls {
		d, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		if got := graphs.Of(d.Body).NoReturn(); got != never[d.Name.Name] {
			t.Errorf("%s never returns: %t", d.Name.Name, got)
		}
		if first, second := graphs.Of(d.Body), graphs.Of(d.Body); first != second {
			t.Errorf("the graph of %s is made twice", d.Name.Name)
		}
	}
}
