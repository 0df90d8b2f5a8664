package stytchtext

import (
	_ "embed"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/flow"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
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
			return nil, run(pass, j)
		},
		Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
		FactTypes:        []analysis.Fact{new(returns)},
		RunDespiteErrors: true,
	}
}

func run(pass *analysis.Pass, j *judge) error {
	r := report.New(pass)
	defer r.Finish()
	if !sdk.IsImportedBy(pass.Pkg) && !sdk.Reaches(pass.Pkg) && len(pass.AllObjectFacts()) == 0 {
		return nil // no error of the SDK is known here
	}
	c := &check{
		pass:      pass,
		info:      pass.TypesInfo,
		root:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		report:    r,
		judge:     j,
		graphs:    flow.New(pass.Files, pass.TypesInfo),
		busy:      make(map[any]bool),
		summaries: make(map[*types.Func]origin),
		params:    make(map[*types.Var]origin),
		reported:  make(map[token.Pos]bool),
	}
	c.index()
	for cur := range c.root.Preorder(searchNodes...) {
		for _, s := range c.searches(cur) {
			c.consider(s)
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
	root   inspector.Cursor
	report *report.Reporter
	judge  *judge

	graphs    *flow.Graphs
	functions map[inspector.Cursor]*function
	decls     map[*types.Func]*function
	calls     map[*types.Func][]call
	escaped   map[*types.Func]bool // functions that are used otherwise than by calling them
	vars      map[*types.Var]*variable

	busy      map[any]bool // what is being worked out, for recursion
	summaries map[*types.Func]origin
	params    map[*types.Var]origin
	work      int

	findings []*finding
	reported map[token.Pos]bool
	texts    [2][]string // that the package puts in errors: all, and without tests
	scanned  bool
}
