package stytchstatus

import (
	_ "embed"
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

//go:embed doc.go
var doc string

// Analyzer reports codes together with a status that they never come with, as
// the catalog has it.
var Analyzer = New(catalog.Stytch())

// New returns the analyzer for another catalog.
func New(codes *catalog.Set) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: "stytchstatus",
		Doc:  docs.Extract(doc, "stytchstatus"),
		URL:  "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchstatus",
		Run: func(pass *analysis.Pass) (any, error) {
			run(pass, codes)
			return nil, nil
		},
		Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
		RunDespiteErrors: true,
	}
}

func run(pass *analysis.Pass, codes *catalog.Set) {
	r := report.New(pass)
	defer r.Finish()
	if !sdk.Reaches(pass.Pkg) {
		return
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	c := &check{
		pass: pass, report: r, codes: codes,
		fields: errfield.New(pass.Pkg, pass.TypesInfo, in.Root()),
	}
	for n := range in.PreorderSeq((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.CompositeLit)(nil)) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				c.list(n.Body.List, nil)
			}
		case *ast.FuncLit:
			c.list(n.Body.List, nil)
		case *ast.CompositeLit:
			c.built(n)
		}
	}
}

// A check is the work on one package.
type check struct {
	pass   *analysis.Pass
	report *report.Reporter
	codes  *catalog.Set
	fields *errfield.Fields
}

// statuses returns the statuses that a code may come with, none if they are not
// known.
func (c *check) statuses(code string) []int {
	known, _ := c.codes.Lookup(code)
	return known.Statuses()
}
