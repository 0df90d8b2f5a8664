package stytchunhandled

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/catalog"
)

// A handler of fiber or echo that returns the failure leaves it to the server. Where another
// package makes that, it is told of the handler by a fact, and the server is reported.

// leaves judges a failure that a handler returns: a framework answers for it, if there is
// one.
func (c *check) leaves(p *paths.Path, e *paths.Event, result int) {
	by := paths.Event{Name: made, Subject: p.Int(defaultStatus), Args: p.Int(int64(result))}
	switch {
	case c.pkg.IsAnsweredFor(p.Of()):
	case c.pkg.IsLeft(p.Of()):
		by.Name = left
	default:
		return
	}
	if p.Ending(e) == paths.Unknown { // and nobody but the framework asks
		c.failed(p, &by, e, defaultStatus, false)
		return
	}
	c.answers(p, &by)
}

// leavesAt keeps a failure that is returned there for the package that makes the server.
func (c *check) leavesAt(e ast.Expr, s source) {
	cur, _ := c.root.FindByPos(e.Pos(), e.End())
	c.left = append(c.left, c.pkg.Leaves(cur, s.operations[0]))
}

// emitServers reports the servers of the package that answer for failures of handlers of
// others.
func (c *check) emitServers() {
	for _, call := range c.pkg.Servers() {
		list := c.pkg.Left(call)
		if len(list) == 0 {
			continue
		}
		more := ""
		if n := len(list) - 1; n > 0 {
			more = fmt.Sprintf(", and %d more of the kind,", n)
		}
		op, _ := catalog.OperationNamed(list[0].Operation)
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.Fun.End(), Category: "answer",
			Message: fmt.Sprintf("%s that %s returns%s is answered by this server as its failure (%d); answer %d for it there, or in an error handler here",
				failureOf(op), list[0].Handler, more, defaultStatus, outcomes[op.Outcome].status),
		}, true)
	}
}
