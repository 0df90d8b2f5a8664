package stytchsend

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/program"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

//go:embed doc.go
var doc string

// Analyzer reports users that are created by hand because a Send failed.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchsend",
	Doc:              docs.Extract(doc, "stytchsend"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchsend",
	Run:              func(pass *analysis.Pass) (any, error) { run(pass, catalog.Stytch()); return nil, nil },
	Requires:         []*analysis.Analyzer{program.Analyzer, ignore.Analyzer},
	FactTypes:        []analysis.Fact{new(does), new(retries)},
	RunDespiteErrors: true,
}

// run checks a package, and returns the work on it, nil if there is none.
func run(pass *analysis.Pass, codes *catalog.Set) *check {
	r := report.New(pass)
	defer r.Finish()
	if sdk.InModule(pass.Pkg.Path()) || len(pass.AllObjectFacts()) == 0 && !sdk.Reaches(pass.Pkg) {
		return nil // nothing can be sent or created here
	}
	c := &check{
		pass:     pass,
		info:     pass.TypesInfo,
		root:     program.Of(pass).Root,
		report:   r,
		codes:    codes,
		requests: make(map[*types.Func]*request),
		findings: make(map[token.Pos]*finding),
	}
	paths.Run(pass, &paths.Check{
		Matters:   func(fn *types.Func) bool { return c.request(fn) != nil },
		Call:      c.call,
		Meet:      c.meet,
		Found:     c.found,
		Inside:    true,
		Tells:     c.tells,
		End:       c.end,
		NewFact:   func() paths.Fact { return new(does) },
		NewHelper: func() paths.Fact { return new(retries) },
	})
	c.emit()
	return c
}

// A check is the work on one package.
//
// The calls that matter are in table.go, and request.go knows one when it sees it. What the
// paths come to is judged in judge.go. The fix drops a branch (fix.go) that does nothing
// else (only.go), and calls another method (swap.go).
type check struct {
	pass     *analysis.Pass
	info     *types.Info
	root     inspector.Cursor
	report   *report.Reporter
	codes    *catalog.Set
	requests map[*types.Func]*request
	findings map[token.Pos]*finding // by the call that sends

	// Where there are findings, for their fixes.
	uses  *edit.Uses
	decls map[*types.Func]*ast.FuncDecl
}

// local returns the variable of a function that an identifier names, or nil.
func (c *check) local(id *ast.Ident) *types.Var {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	return v
}
