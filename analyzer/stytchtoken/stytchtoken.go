package stytchtoken

import (
	_ "embed"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/program"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

//go:embed doc.go
var doc string

// Analyzer reports one-time tokens that are authenticated again.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchtoken",
	Doc:              docs.Extract(doc, "stytchtoken"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchtoken",
	Run:              func(pass *analysis.Pass) (any, error) { return nil, run(pass) },
	Requires:         []*analysis.Analyzer{program.Analyzer, ignore.Analyzer},
	FactTypes:        []analysis.Fact{new(spends), new(retries)},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) error {
	r := report.New(pass)
	defer r.Finish()
	c := &check{pass: pass, info: pass.TypesInfo, report: r, findings: make(map[token.Pos]*finding)}
	paths.Run(pass, &paths.Check{
		Matters:   spendsToken,
		Call:      c.call,
		Meet:      c.meet,
		Found:     c.found,
		Chains:    true,
		NewFact:   func() paths.Fact { return new(spends) },
		NewHelper: func() paths.Fact { return new(retries) },
	})
	c.emit()
	return nil
}

// A check is the work on one package.
type check struct {
	pass     *analysis.Pass
	info     *types.Info
	report   *report.Reporter
	findings map[token.Pos]*finding // by the call that fails
}

// found keeps what the paths of a function have found.
func (c *check) found(notes map[ssa.CallInstruction]any) {
	for call, f := range notes {
		if pos := call.Common().Pos(); c.findings[pos] == nil {
			c.findings[pos] = f.(*finding)
		}
	}
}
