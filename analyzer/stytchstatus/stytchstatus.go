package stytchstatus

import (
	_ "embed"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
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
		Requires:         []*analysis.Analyzer{valueflow.Analyzer, inspect.Analyzer, ignore.Analyzer},
		FactTypes:        []analysis.Fact{new(tells)},
		RunDespiteErrors: true,
	}
}

func run(pass *analysis.Pass, codes *catalog.Set) {
	r := report.New(pass)
	defer r.Finish()
	flow := pass.ResultOf[valueflow.Analyzer].(*valueflow.Result)
	if sdk.InModule(pass.Pkg.Path()) || len(pass.AllObjectFacts()) == 0 && !sdk.Reaches(pass.Pkg) && len(flow.Sites) == 0 {
		return
	}
	c := &check{
		pass: pass, info: pass.TypesInfo, report: r, codes: codes,
		root:  pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root(),
		flow:  flow,
		sites: make(map[place]*site), open: make(map[place]bool), passing: make(map[paths.Value]statusSet),
	}
	paths.Run(pass, &paths.Check{
		Matters:   func(*types.Func) bool { return false },
		Call:      func(*paths.Path, *paths.Call) ([]paths.Value, bool) { return nil, false },
		Found:     c.found,
		Inside:    true,
		Tells:     c.tells,
		Field:     c.fieldName,
		Asked:     c.asked,
		Implied:   c.implied,
		NewFact:   func() paths.Fact { return new(tells) },
		NewHelper: func() paths.Fact { return new(tells) },
	})
	c.emit()
	c.made()
}

// A check is the work on one package.
//
// Conditions are judged in judge.go, by what the paths that come to them know of the same
// error; an objection (objection.go) says why one does not hold, with the statuses of
// statusset.go, and finding.go reports it. What stands beside each other where errors are
// made is judged in made.go.
type check struct {
	pass   *analysis.Pass
	info   *types.Info
	report *report.Reporter
	codes  *catalog.Set
	root   inspector.Cursor
	flow   *valueflow.Result

	sites map[place]*site
	open  map[place]bool // conditions that may be false on some path

	passing map[paths.Value]statusSet // the statuses that pass a question
}

// statuses returns the statuses that a code may come with, none if they are not
// known.
func (c *check) statuses(code string) []int {
	known, _ := c.codes.Lookup(code)
	return known.Statuses()
}
