package stytchtoken

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/flow"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

//go:embed doc.go
var doc string

// Analyzer reports one-time tokens that are authenticated again.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchtoken",
	Doc:              docs.Extract(doc, "stytchtoken"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchtoken",
	Run:              func(pass *analysis.Pass) (any, error) { return nil, run(pass) },
	Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
	FactTypes:        []analysis.Fact{new(spends)},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) error {
	r := report.New(pass)
	defer r.Finish()
	if !sdk.IsImportedBy(pass.Pkg) && len(pass.AllObjectFacts()) == 0 {
		return nil // no token is spent here
	}
	c := &check{
		pass:      pass,
		info:      pass.TypesInfo,
		report:    r,
		facts:     make(map[*types.Func]*summary),
		summaries: make(map[*function]*summary),
		busy:      make(map[*function]bool),
		written:   make(map[param]bool),
		findings:  make(map[*ast.CallExpr]*finding),
	}
	c.index(pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root())
	if !slices.ContainsFunc(c.order, func(f *function) bool { return f.relevant }) {
		return nil
	}
	if c.t == nil {
		c.t = newTable()
	}
	c.graphs = flow.New(pass.Files, pass.TypesInfo)
	for _, f := range c.order {
		if f.relevant || f.callsBack && f.obj != nil && f.obj.Exported() {
			c.summary(f)
		}
	}
	c.emit()
	c.export()
	return nil
}

// A check is the work on one package.
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	report *report.Reporter
	graphs *flow.Graphs
	t      *table

	order     []*function                // in the order of the source
	decls     map[*types.Func]*function  // those declared with a name
	literals  map[token.Pos]*function    // function literals
	facts     map[*types.Func]*summary   // of functions of other packages
	summaries map[*function]*summary     // of those that have been walked
	busy      map[*function]bool         // those that are being walked
	written   map[param]bool             // whether functions write to their parameters
	findings  map[*ast.CallExpr]*finding // by the call that fails
}

// line returns the line of pos.
func (c *check) line(pos token.Pos) int { return c.pass.Fset.Position(pos).Line }
