package valueflow

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// An interface with twice as many implementations, and as many callers, has a graph
// that is twice as large: not each caller has an edge to each implementation.
func TestGrowthOfInterfaces(t *testing.T) {
	few, many := interfaceEdges(t, 20), interfaceEdges(t, 40)
	if many > 2*few {
		t.Errorf("%d edges for 40 implementations and callers, want at most twice the %d of 20", many, few)
	}
}

func interfaceEdges(t *testing.T, n int) int {
	t.Helper()
	var source strings.Builder
	source.WriteString("package p\n\ntype namer interface{ name(code string) string }\n")
	for i := range n {
		fmt.Fprintf(&source, "type t%d struct{}\nfunc (t%d) name(code string) string { return code }\n", i, i)
		fmt.Fprintf(&source, "func f%d(n namer) bool { return n.name(\"code_%d\") == \"\" }\n", i, i)
	}
	fset, info := token.NewFileSet(), fixtest.NewInfo()
	file, err := parser.ParseFile(fset, "p.go", source.String(), 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	b := newBuilder(fixtest.Pass(Analyzer, &packages.Package{Fset: fset, Syntax: []*ast.File{file}, Types: pkg, TypesInfo: info}))
	b.buildPackage()
	edges := 0
	for _, n := range b.nodes {
		edges += len(n.out)
	}
	return edges
}
