package stytchunhandled

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"maps"

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
		pass:   pass,
		info:   pass.TypesInfo,
		report: r,
		root:   program.Of(pass).Root,
		notes:  make(map[token.Pos]*note),

		calls:    make(map[token.Pos]*ast.CallExpr),
		signsOut: make(map[*ssa.Function]bool),
		goneOn:   make(map[*ast.CallExpr]bool),
	}
	c.pkg = answers.Of(pass, c.root)
	paths.Run(pass, &paths.Check{
		Matters:   mayFail,
		Call:      c.call,
		Meet:      c.meet,
		Branch:    c.branch,
		Unknown:   c.unknown,
		Return:    c.returned,
		Escapes:   c.escapes,
		Lost:      func(p *paths.Path, e *paths.Event) { p.Examine(e) },
		Proves:    isProof,
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
	pass   *analysis.Pass
	info   *types.Info
	report *report.Reporter
	root   inspector.Cursor
	pkg    *answers.Package
	notes  map[token.Pos]*note // by the call, as ssa has its position

	calls    map[token.Pos]*ast.CallExpr // by their parenthesis
	findings []finding
	left     []answers.Failure

	signsOut map[*ssa.Function]bool // whoever signs out goes on, whatever the session was
	goneOn   map[*ast.CallExpr]bool // answers that are reported
}

// A note is what the paths of a function tell of a call.
type note struct {
	answers map[place]*answered // by it, or if it fails, by what is returned
	looked  bool                // if it fails: a path looks at the error
	lost    bool                // if it fails: errors.As does not find that in what it returns, or other failures, too

	// If it proves who somebody is.
	gate
	answered []ssa.CallInstruction // the answers to its failure after which gin goes on
	kept     bool                  // one of them keeps the error for others to answer
}

// A place is a call that answers, one of the results of a return statement, or a panic.
type place struct {
	pos    token.Pos
	result int
}

// note returns what is noted of a call.
func (c *check) note(p *paths.Path, call ssa.CallInstruction) *note {
	return p.Note(call, func() any { return &note{answers: make(map[place]*answered)} }).(*note)
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
		maps.Copy(have.answers, n.answers)
		if n.op.Name != "" {
			have.gate, have.answered, have.kept = n.gate, n.answered, n.kept // of a later turn through functions that call each other
		}
	}
}

// behind keeps what a function does behind a call.
func (c *check) behind(b *paths.Behind) {
	if n := c.notes[b.Call.Common().Pos()]; n != nil {
		n.Behind = b
	}
}
