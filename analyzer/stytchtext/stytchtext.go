package stytchtext

import (
	_ "embed"
	"go/ast"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

//go:embed doc.go
var doc string

// Analyzer reports decisions made by the text of an SDK error.
var Analyzer = New(catalog.Stytch(), catalog.OAuth2())

// New returns the analyzer for other catalogs: api holds the codes of
// stytcherror.Error and oauth2 those of stytcherror.OAuth2Error.
func New(api, oauth2 *catalog.Set) *analysis.Analyzer {
	j := &judge{api: api, oauth2: oauth2}
	return &analysis.Analyzer{
		Name: "stytchtext",
		Doc:  docs.Extract(doc, "stytchtext"),
		URL:  "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchtext",
		Run: func(pass *analysis.Pass) (any, error) {
			run(pass, j)
			return nil, nil
		},
		Requires:         []*analysis.Analyzer{inspect.Analyzer, valueflow.Errors, ignore.Analyzer},
		RunDespiteErrors: true,
	}
}

func run(pass *analysis.Pass, j *judge) {
	r := report.New(pass)
	defer r.Finish()
	c := &check{
		pass:   pass,
		info:   pass.TypesInfo,
		root:   pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		report: r,
		judge:  j,
		errors: pass.ResultOf[valueflow.Errors].(*valueflow.ErrorResult),
	}
	c.places = sync.OnceValue(func() map[ast.Node]inspector.Cursor {
		var at []ast.Node
		for _, s := range c.errors.Searches {
			at = append(at, s.At)
		}
		return edit.CursorsOf(c.root, at)
	})
	var found []*finding
	for _, s := range c.errors.Searches {
		if f := c.find(s); f != nil {
			found = append(found, f)
		}
	}
	x := fixer{check: c}
	x.plan(found)
	for _, f := range found {
		r.Report(analysis.Diagnostic{
			Pos:            f.Expr.Pos(),
			End:            f.Expr.End(),
			Category:       f.verdict.category,
			Message:        f.message(c),
			SuggestedFixes: x.fixes[f],
		}, true)
	}
}

// A check is the work on one package.
//
// What a text is about is judged in judge.go; finding.go says for which errors that is
// wrong, by where the graph has them from, by the conditions around (guard.go), and by the
// errors that the program makes itself (own.go).
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	root   inspector.Cursor
	report *report.Reporter
	judge  *judge
	errors *valueflow.ErrorResult

	// Made when they are asked for first.
	places func() map[ast.Node]inspector.Cursor // where the searches stand
	own    *ownTexts
}
