package stytchcredentials

import (
	_ "embed"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

//go:embed doc.go
var doc string

// Analyzer reports clients whose project id and secret do not fit each other,
// or the server that they are sent to.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchcredentials",
	Doc:              docs.Extract(doc, "stytchcredentials"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchcredentials",
	Run:              run,
	Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	r := report.New(pass)
	defer r.Finish()
	if !slices.ContainsFunc(pass.Pkg.Imports(), sdk.IsClientPackage) {
		return nil, nil
	}
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	src := &source{info: pass.TypesInfo, in: in}
	for n := range in.PreorderSeq((*ast.CallExpr)(nil)) {
		call := n.(*ast.CallExpr)
		c, ok := clientOf(pass, src, call)
		if !ok {
			continue
		}
		for _, p := range judge(c) {
			r.Report(analysis.Diagnostic{
				Pos:            p.expr.Pos(),
				End:            p.expr.End(),
				Category:       p.category,
				Message:        p.message,
				SuggestedFixes: fix(pass, c, p),
			}, true)
		}
	}
	return nil, nil
}
