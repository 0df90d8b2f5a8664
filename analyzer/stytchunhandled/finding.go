package stytchunhandled

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/internal/repair"
	"github.com/stytchlint/stytchlint/catalog"
)

// A finding is an answer or a call that something is wrong with.
type finding struct {
	analysis.Diagnostic
	repair *repair.Finding // nil if there is no fix
}

// emit reports the findings of the package.
func (c *check) emit() {
	if len(c.notes) == 0 {
		return
	}
	c.calls = edit.CallsIn(c.root)
	c.findings = make([]finding, 0, len(c.notes))
	for _, pos := range slices.Sorted(maps.Keys(c.notes)) {
		n, call := c.notes[pos], c.callAt(pos)
		if call == nil {
			continue
		}
		for _, a := range n.answers {
			if e := c.answerAt(a.at); e != nil {
				c.emitAnswer(e, a)
			}
		}
		if n.proof != nil && n.proof.Behind != nil {
			c.emitLetIn(call, n.proof)
		}
	}
	slices.SortStableFunc(c.findings, func(a, b finding) int { return cmp.Compare(a.Pos, b.Pos) })
	x := repair.New(c.pass, c.calls, c.pkg.Decls())
	for _, f := range c.findings {
		f.SuggestedFixes = x.Fix(f.repair)
		c.report.Report(f.Diagnostic, true)
	}
}

// add adds a finding.
func (c *check) add(d analysis.Diagnostic, r *repair.Finding) {
	c.findings = append(c.findings, finding{d, r})
}

// callAt returns the call whose parenthesis is at a position; nil if none is.
func (c *check) callAt(pos token.Pos) *ast.CallExpr {
	cur, ok := c.calls[pos]
	if !ok {
		return nil
	}
	return cur.Node().(*ast.CallExpr)
}

// answerAt returns what answers: a call, or a result that is returned; nil if it has no
// expression of its own.
func (c *check) answerAt(at place) ast.Expr {
	if call := c.callAt(at.pos); call != nil {
		return call
	}
	cur, ok := c.root.FindByPos(at.pos, at.pos)
	if !ok {
		return nil
	}
	ret, ok := cur.Node().(*ast.ReturnStmt)
	if !ok || at.result >= len(ret.Results) {
		return nil
	}
	return ret.Results[at.result]
}

// emitAnswer reports an answer that the server failed.
func (c *check) emitAnswer(e ast.Expr, a *answered) {
	wrong := c.wrong(a)
	if len(wrong) == 0 {
		return
	}
	if a.how == left {
		c.leavesAt(e, wrong[0])
		return
	}
	op, _ := catalog.OperationNamed(wrong[0].operations[0])
	remedy := outcomes[op.Outcome].status
	if a.scale == library.GRPCCode {
		remedy = grpcOf[remedy]
	}
	var problem string
	var fix *repair.Finding
	switch a.how {
	case ends:
		problem = "ends the program here"
	case panics:
		problem = "ends in a panic here"
	default:
		problem = fmt.Sprintf("is answered here as a failure of the server (%s)", statusText(a.scale, a.status))
		fix = c.repair(e, a, wrong)
	}
	c.add(analysis.Diagnostic{
		Pos: e.Pos(), End: e.End(), Category: "answer",
		Message: fmt.Sprintf("%s %s; answer %s for it", failureOf(op), problem, statusText(a.scale, remedy)),
	}, fix)
}

// failureOf says how an operation fails every day, and with which codes.
func failureOf(op catalog.Operation) string {
	if len(op.Codes) == 0 {
		return op.Outcome
	}
	return fmt.Sprintf("%s (%s)", op.Outcome, quoted(op.Codes))
}

func quoted(list []string) string {
	var q []string
	for _, s := range list {
		q = append(q, fmt.Sprintf("%q", s))
	}
	return strings.Join(q, " or ")
}

// grpcOf are the codes of gRPC for statuses of HTTP.
var grpcOf = map[int]int{401: 16, 404: 5}

// grpcNames are the names of the codes of gRPC that messages may need.
var grpcNames = map[int]string{2: "Unknown", 5: "NotFound", 13: "Internal", 14: "Unavailable", 15: "DataLoss", 16: "Unauthenticated"}

func statusText(s library.Scale, status int) string {
	if s == library.GRPCCode {
		return grpcNames[status]
	}
	return fmt.Sprint(status)
}
