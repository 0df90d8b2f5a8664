package valueflow_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A shape is a way in which programs use codes, of which any number can be
// written.
var shapes = []struct {
	name  string
	write func(b *strings.Builder, sites int)
}{
	{"comparisons", func(b *strings.Builder, sites int) {
		for i := range sites {
			fmt.Fprintf(b, "func f%d(e stytcherror.Error) bool {\n\tcode := string(e.ErrorType)\n\treturn code == \"code_%d\"\n}\n", i, i)
		}
	}},
	{"cases of one switch", func(b *strings.Builder, sites int) {
		b.WriteString("func f(e stytcherror.Error) int {\n\tswitch string(e.ErrorType) {\n")
		for i := range sites {
			fmt.Fprintf(b, "\tcase \"code_%d\":\n\t\treturn %d\n", i, i)
		}
		b.WriteString("\t}\n\treturn -1\n}\n")
	}},
	{"calls of a helper", func(b *strings.Builder, sites int) {
		b.WriteString("func is(e stytcherror.Error, code string) bool { return string(e.ErrorType) == code }\n")
		for i := range sites {
			fmt.Fprintf(b, "func f%d(e stytcherror.Error) bool { return is(e, \"code_%d\") }\n", i, i)
		}
	}},
	{"chain of helpers", func(b *strings.Builder, sites int) {
		b.WriteString("func g0(code, want string) bool { return code == want }\n")
		for i := range sites {
			fmt.Fprintf(b, "func g%d(code, want string) bool { return g%d(code, want) }\n", i+1, i)
			fmt.Fprintf(b, "func f%d(e stytcherror.Error) bool { return g%d(string(e.ErrorType), \"code_%d\") }\n", i, i+1, i)
		}
	}},
	{"chain for other packages", func(b *strings.Builder, sites int) {
		for i := range sites {
			fmt.Fprintf(b, "func G%d(code, want string) bool { return G%d(code, want) }\n", i, i+1)
			fmt.Fprintf(b, "func C%d(e stytcherror.Error) string { return C%d(e) }\n", i, i+1)
		}
		fmt.Fprintf(b, "func G%d(code, want string) bool { return code == want }\n", sites)
		fmt.Fprintf(b, "func C%d(e stytcherror.Error) string {\n\tif e.StatusCode == 0 {\n\t\treturn \"none\"\n\t}\n\treturn string(e.ErrorType)\n}\n", sites)
		for i := range sites {
			fmt.Fprintf(b, "func f%d(e stytcherror.Error) bool { return G%d(C%d(e), \"code_%d\") }\n", i, i, i, i)
		}
	}},
	{"helpers that call each other", func(b *strings.Builder, sites int) {
		// Ten at a time: the type checker takes its time over larger rings.
		for i := range sites {
			fmt.Fprintf(b, "func r%d(code, want string, n int) bool { return n > 0 && r%d(code, want, n-1) || code == want }\n", i, i/10*10+(i+1)%10)
			fmt.Fprintf(b, "func f%d(e stytcherror.Error) bool { return r%d(string(e.ErrorType), \"code_%d\", 3) }\n", i, i, i)
		}
	}},
	{"keys of one map", func(b *strings.Builder, sites int) {
		b.WriteString("func f(e stytcherror.Error) int { return table[string(e.ErrorType)] }\nvar table = map[string]int{\n")
		for i := range sites {
			fmt.Fprintf(b, "\t\"code_%d\": %d,\n", i, i)
		}
		b.WriteString("}\n")
	}},
	{"rows of one table", func(b *strings.Builder, sites int) {
		b.WriteString("type row struct{ code string; status int }\nfunc f(e stytcherror.Error) int {\n\tfor _, r := range table {\n\t\tif r.code == string(e.ErrorType) {\n\t\t\treturn r.status\n\t\t}\n\t}\n\treturn 0\n}\nvar table = []row{\n")
		for i := range sites {
			fmt.Fprintf(b, "\t{\"code_%d\", %d},\n", i, i)
		}
		b.WriteString("}\n")
	}},
	{"assignments to one variable", func(b *strings.Builder, sites int) {
		b.WriteString("func f(e stytcherror.Error, n int) bool {\n\tcode := \"\"\n\tswitch n {\n")
		for i := range sites {
			fmt.Fprintf(b, "\tcase %d:\n\t\tcode = \"code_%d\"\n", i, i)
		}
		b.WriteString("\t}\n\treturn code == string(e.ErrorType)\n}\n")
	}},
}

// BenchmarkSites measures the flow analysis of a package with 100, 1,000 and
// 10,000 sites: time and allocations for each site should stay flat.
func BenchmarkSites(b *testing.B) {
	for _, s := range shapes {
		for _, sites := range []int{100, 1_000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", s.name, sites), func(b *testing.B) {
				pass := load(b, s.write, sites)
				b.ReportAllocs()
				found := 0
				for b.Loop() {
					result, err := valueflow.Analyzer.Run(pass)
					if err != nil {
						b.Fatal(err)
					}
					found = len(result.(*valueflow.Result).Sites)
				}
				if found != sites {
					b.Fatalf("%d sites found, want %d", found, sites)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(sites), "ns/site")
			})
		}
	}
}

const sdkSource = `package stytcherror

type Type string

type Error struct {
	StatusCode int
	ErrorType  Type
}
`

// load type-checks a package of the given shape and returns a pass for it.
func load(tb testing.TB, write func(*strings.Builder, int), sites int) *analysis.Pass {
	tb.Helper()
	fset := token.NewFileSet()
	const path = "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	sdk, err := new(types.Config).Check(path, fset, []*ast.File{parse(tb, fset, "stytcherror.go", sdkSource)}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	var source strings.Builder
	fmt.Fprintf(&source, "package p\n\nimport %q\n\n", path)
	write(&source, sites)
	file := parse(tb, fset, "p.go", source.String())
	info := fixtest.NewInfo()
	conf := types.Config{Importer: importerFunc(func(p string) (*types.Package, error) {
		if p == path {
			return sdk, nil
		}
		return importer.Default().Import(p)
	})}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, info)
	if err != nil {
		tb.Fatal(err)
	}
	return fixtest.Pass(valueflow.Analyzer, &packages.Package{Fset: fset, Syntax: []*ast.File{file}, Types: pkg, TypesInfo: info})
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

func parse(tb testing.TB, fset *token.FileSet, name, source string) *ast.File {
	tb.Helper()
	file, err := parser.ParseFile(fset, name, source, parser.ParseComments)
	if err != nil {
		tb.Fatal(err)
	}
	return file
}
