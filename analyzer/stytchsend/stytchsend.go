package stytchsend

import (
	_ "embed"
	"go/ast"
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

// Analyzer reports users that are created by hand because a Send failed.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchsend",
	Doc:              docs.Extract(doc, "stytchsend"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchsend",
	Run:              func(pass *analysis.Pass) (any, error) { run(pass, catalog.Stytch()); return nil, nil },
	Requires:         []*analysis.Analyzer{inspect.Analyzer, ignore.Analyzer},
	FactTypes:        []analysis.Fact{new(does)},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass, codes *catalog.Set) {
	r := report.New(pass)
	defer r.Finish()
	facts := pass.AllObjectFacts()
	if len(facts) == 0 && !sdk.Reaches(pass.Pkg) {
		return // nothing can be sent or created here
	}
	c := &check{
		pass:    pass,
		info:    pass.TypesInfo,
		root:    pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		report:  r,
		codes:   codes,
		graphs:  flow.New(pass.Files, pass.TypesInfo),
		factful: make(map[*types.Package]bool),
		imports: make(map[*types.Func]*does),
		impls:   make(map[*types.Func]*types.Func),
		tags:    make(map[ast.Stmt]*types.Var),
		lives:   make(map[*ast.BlockStmt]*lives),
	}
	for _, f := range facts {
		c.factful[f.Object.Pkg()] = true
	}
	if !c.index() {
		return
	}
	c.search()
	c.emit()
	c.export()
}

// A check is the work on one package.
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	root   inspector.Cursor
	report *report.Reporter
	codes  *catalog.Set
	graphs *flow.Graphs

	decls    map[*types.Func]*ast.FuncDecl
	traits   map[*types.Func]trait
	requests map[*types.Func]*request
	impls    map[*types.Func]*types.Func
	factful  map[*types.Package]bool // whose facts there are
	imports  map[*types.Func]*does

	switches map[*ast.CaseClause]ast.Stmt
	tagged   map[ast.Node]ast.Stmt // by what a switch statement looks at
	tags     map[ast.Stmt]*types.Var
	lives    map[*ast.BlockStmt]*lives
	initials map[*types.Var]ast.Expr
	lits     map[*types.Var]*ast.FuncLit

	// The walk through one function.
	steps    int
	summing  bool // what is created is written down
	failures map[siteKey]*failure
	meetings map[meeting]*met
	entered  map[entry]int
	forms    map[*failure]value // the parameters of sends
	extra    map[*failure]bool  // more is asked for behind a send than by it

	findings []*finding
}
