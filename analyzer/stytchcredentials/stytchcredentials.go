package stytchcredentials

import (
	"cmp"
	_ "embed"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/docs"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

//go:embed doc.go
var doc string

// Analyzer reports clients whose project id and secret do not fit each other,
// or the server that they are sent to.
var Analyzer = &analysis.Analyzer{
	Name:             "stytchcredentials",
	Doc:              docs.Extract(doc, "stytchcredentials"),
	URL:              "https://pkg.go.dev/github.com/stytchlint/stytchlint/analyzer/stytchcredentials",
	Run:              run,
	Requires:         []*analysis.Analyzer{valueflow.Analyzer, ignore.Analyzer},
	RunDespiteErrors: true,
}

func run(pass *analysis.Pass) (any, error) {
	r := report.New(pass)
	defer r.Finish()
	result := pass.ResultOf[valueflow.Analyzer].(*valueflow.Result)
	c := check{pass: pass, report: r, flow: result, reported: make(map[ast.Expr]bool)}
	for _, client := range result.Clients {
		c.client(client)
	}
	for _, p := range result.Servers {
		p := judged{Pair: p, ids: credentials(p.ID.Texts)}
		if !c.inTest(p) {
			c.problems(p, p.elsewhere(newServer(cmp.Or(p.Over, p.Secret.Expr), p.Secret.Texts.List)))
		}
	}
	return nil, nil
}

// A check reports what is wrong with clients, once for each expression: a helper
// makes a client in several contexts.
//
// Pairs are judged in judge.go, by what the prefixes of both sides say (kind.go), or by
// what they are called (name.go). server.go knows where a client sends its requests.
type check struct {
	pass     *analysis.Pass
	report   *report.Reporter
	flow     *valueflow.Result
	reported map[ast.Expr]bool
}

// client reports what is wrong with one client: where the credentials come from,
// if that is in view, or else where they are passed to the SDK.
func (c *check) client(client *valueflow.Client) {
	wrong, onPath := c.wrong(client)
	fed := c.flow.Feeding(wrong)
	far := client.Call == nil
	for i := range client.Contexts {
		in := &client.Contexts[i]
		server, ok := serverOf(c.pass, client, in)
		if !ok {
			continue
		}
		far = true
		if in.ForTest && !isTest(c.pass, client.Call.Pos()) {
			continue
		}
		p := c.judged(in.Pair)
		list := p.problems()
		if len(list) == 0 {
			list = p.elsewhere(server)
		}
		if len(list) == 0 {
			list = p.sometimes(onPath)
		}
		if len(list) > 0 && !fed(p.Pair) {
			c.problems(p, list)
		}
	}
	for _, pair := range wrong {
		if p := c.judged(pair); far && !c.inTest(p) && !fed(pair) {
			c.problems(p, p.problems())
		}
	}
}

// wrong returns the pairs of arguments and fields that are wrong, and one of
// variables that do not go together, if there is one.
func (c *check) wrong(client *valueflow.Client) (list []valueflow.Pair, onPath *judged) {
	for _, pair := range client.Far {
		p := c.judged(pair)
		switch {
		case pair.OnPath():
			if onPath == nil && apart(p.ids, p.secrets) {
				onPath = &p
			}
		case len(p.problems()) > 0 && (len(p.misplaced()) == 0 || !p.inPlace()):
			list = append(list, pair)
		}
	}
	return list, onPath
}

// inTest reports whether the pair stands in a test, which may be about what is
// wrong.
func (c *check) inTest(p judged) bool {
	return slices.ContainsFunc([]ast.Expr{p.ID.Expr, p.Secret.Expr}, func(e ast.Expr) bool { return e != nil && isTest(c.pass, e.Pos()) })
}

// problems reports what is wrong with a pair.
func (c *check) problems(p judged, list []problem) {
	for _, problem := range list {
		if c.reported[problem.expr] {
			continue
		}
		c.reported[problem.expr] = true
		c.report.Report(analysis.Diagnostic{
			Pos:            problem.expr.Pos(),
			End:            problem.expr.End(),
			Category:       problem.category,
			Message:        problem.message,
			SuggestedFixes: c.fix(p, problem),
		}, true)
	}
}
