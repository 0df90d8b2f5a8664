package stytchunhandled

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/program"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

//go:embed doc.go
var doc string

// Analyzer reports failures that users cause and that are answered as the
// server's, or not at all.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchunhandled",
	Doc:              docs.Extract(doc, "stytchunhandled"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchunhandled",
	Run:              func(pass *analysis.Pass) (any, error) { return nil, run(pass) },
	Requires:         []*analysis.Analyzer{program.Analyzer, ignore.Analyzer},
	FactTypes:        []analysis.Fact{new(does), new(helps), new(answers.Status), new(answers.Writer), new(answers.Handlers)},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) error {
	r := report.New(pass)
	defer r.Finish()
	if sdk.InModule(pass.Pkg.Path()) {
		return nil
	}
	c := &check{
		pass:     pass,
		info:     pass.TypesInfo,
		report:   r,
		root:     program.Of(pass).Root,
		requests: make(map[*types.Func]*request),
		notes:    make(map[token.Pos]*note),
		signsOut: make(map[*ssa.Function]bool),
		goneOn:   make(map[*ast.CallExpr]bool),
	}
	c.pkg = answers.Of(pass, c.root)
	paths.Run(pass, &paths.Check{
		Matters:   func(fn *types.Func) bool { return c.request(fn).fails },
		Call:      c.call,
		Meet:      c.meet,
		Branch:    c.branch,
		Return:    c.returned,
		Behind:    c.behind,
		Step:      c.panics,
		Does:      c.does,
		Back:      c.came,
		Found:     c.found,
		Inside:    true,
		Chains:    true,
		Helpers:   true,
		NewFact:   func() paths.Fact { return new(does) },
		NewHelper: func() paths.Fact { return new(helps) },
	})
	c.emit()
	c.emitServers()
	c.pkg.Export(c.left)
	return nil
}

// A check is the work on one package. What the paths come to is told to it in event.go.
//
// Answers are judged in answer.go: those that are given, and in returned.go those that
// are made by what a function returns, or by a panic; package answers knows by which fields
// and results the program answers. What handlers leave to a server that another package
// makes is judged in left.go.
//
// Who is let in is judged in letin.go, by what the engine has seen behind a gate;
// chain.go knows the frameworks that run on after an answer, and signout.go who only goes.
//
// finding.go and letinfinding.go say what is wrong, and outcomes.go what to do instead;
// package repair writes the fixes.
type check struct {
	pass     *analysis.Pass
	info     *types.Info
	report   *report.Reporter
	root     inspector.Cursor
	pkg      *answers.Package
	requests map[*types.Func]*request
	notes    map[token.Pos]*note // by the call, as ssa has its position

	calls    map[token.Pos]inspector.Cursor // by their parenthesis
	findings []finding
	left     []answers.Failure

	signsOut map[*ssa.Function]bool // whoever signs out goes on, whatever the session was
	goneOn   map[*ast.CallExpr]bool // answers that are reported
}

// A note is what the paths of a function tell of a call.
type note struct {
	answers []*answered // by it, or if it fails, by what is returned
	looked  bool        // if it fails: a path looks at the error
	lost    bool        // if it fails: errors.As does not find that in what it returns, or other failures, too

	proof *proof // if it proves who somebody is
}

// A place is a call that answers, one of the results of a return statement, or a panic.
type place struct {
	pos    token.Pos
	result int
}

// note returns what is noted of a call.
func (c *check) note(p *paths.Path, call ssa.CallInstruction) *note {
	return p.Note(call, func() any { return new(note) }).(*note)
}

// at returns what leads to an answer at a place; nil if nothing does so far.
func (n *note) at(at place) *answered {
	for _, a := range n.answers {
		if a.at == at {
			return a
		}
	}
	return nil
}

// found keeps what the paths of a function have noted.
func (c *check) found(notes map[ssa.CallInstruction]any) {
	for call, n := range notes {
		n, pos := n.(*note), call.Common().Pos()
		have := c.notes[pos]
		if have == nil {
			c.notes[pos] = n
			continue
		}
		have.lost = have.lost || n.lost
		have.looked = have.looked || n.looked
		have.answers = append(slices.DeleteFunc(have.answers, func(a *answered) bool { return n.at(a.at) != nil }), n.answers...)
		if n.proof != nil {
			have.proof = n.proof // of a later turn through functions that call each other
		}
	}
}

// behind keeps what a function does behind a call.
func (c *check) behind(b *paths.Behind) {
	if n := c.notes[b.Call.Common().Pos()]; n != nil && n.proof != nil {
		n.proof.Behind = b
	}
}
