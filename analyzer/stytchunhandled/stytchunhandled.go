package stytchunhandled

import (
	_ "embed"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/flow"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

//go:embed doc.go
var doc string

// Analyzer reports failures that users cause and that are answered as the
// server's, or not at all.
var Analyzer = New()

// New returns an analyzer with options of its own.
func New() *analysis.Analyzer {
	var o options
	a := &analysis.Analyzer{
		Name: "stytchunhandled",
		Doc:  docs.Extract(doc, "stytchunhandled"),
		URL:  "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchunhandled",
		Run: func(pass *analysis.Pass) (any, error) {
			run(pass, &o)
			return nil, nil
		},
		Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
		FactTypes:        []analysis.Fact{new(fails), new(helper)},
		RunDespiteErrors: true,
	}
	a.Flags.BoolVar(&o.incomplete, "incomplete", false, "report decisions on codes that leave out the one that users cause every day")
	return a
}

// Options are what the flags say.
type options struct {
	incomplete bool
}

func run(pass *analysis.Pass, o *options) {
	r := report.New(pass)
	defer r.Finish()
	if sdk.InModule(pass.Pkg.Path()) {
		return
	}
	calls := sdk.IsImportedBy(pass.Pkg) || importsFailing(pass)
	helps := mayHelp(pass)
	if !calls && !helps {
		return
	}
	c := &check{
		pass:      pass,
		info:      pass.TypesInfo,
		root:      pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		report:    r,
		options:   o,
		graphs:    flow.New(pass.Files, pass.TypesInfo),
		functions: make(map[ast.Node]*function),
		decls:     make(map[*types.Func]*ast.FuncDecl),
		bySite:    make(map[*ast.CallExpr]*source),
		failing:   make(map[*types.Func]*fails),
		helpers:   make(map[ast.Node]*helper),
		replies:   make(map[*types.Func]*library.Row),
		aborting:  make(map[*types.Func]bool),
	}
	c.declare()
	if calls {
		c.find()
		c.judge()
		c.exportFailing()
	}
	if helps {
		c.exportHelpers()
	}
}

// A check is the work on one package.
type check struct {
	pass    *analysis.Pass
	info    *types.Info
	root    inspector.Cursor
	report  *report.Reporter
	options *options
	graphs  *flow.Graphs

	functions map[ast.Node]*function // by *ast.FuncDecl or *ast.FuncLit
	decls     map[*types.Func]*ast.FuncDecl
	order     []*types.Func           // the keys of decls, in the order of the source
	calls     map[ast.Node][]callSite // the calls in each function that may fail because of users
	sources   []*source
	bySite    map[*ast.CallExpr]*source

	failing map[*types.Func]*fails
	helpers map[ast.Node]*helper
	replies map[*types.Func]*library.Row
	origins *origins

	inChains map[ast.Node]chainPlace // of gin; nil until it is asked for
	aborting map[*types.Func]bool    // functions that may end such a chain

	findings []*finding
}

// declare lists the functions of the package.
func (c *check) declare() {
	for _, f := range c.pass.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok && d.Body != nil {
				if obj, ok := c.info.Defs[d.Name].(*types.Func); ok {
					c.decls[obj] = d
					c.order = append(c.order, obj)
				}
			}
		}
	}
}

// importsFailing reports whether a function is known, in another package, that
// returns an error of the SDK as it is.
func importsFailing(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.AllObjectFacts(), func(f analysis.ObjectFact) bool {
		_, ok := f.Fact.(*fails)
		return ok
	})
}

// mayHelp reports whether other packages of the program may answer requests, or
// log, with functions of this one. The functions of dependencies and of the
// standard library are not followed: that would cost more than it finds.
func mayHelp(pass *analysis.Pass) bool {
	if pass.Module == nil && library.IsStandard(pass.Pkg.Path()) || pass.Module != nil && pass.Module.Version != "" {
		return false
	}
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		return library.AnswersRequests(imp.Path()) || library.OfPackage(imp.Path())&library.Logs != 0
	})
}
