package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// assertions reports those that panic when the error is another. In a test a
// panic is what a failure looks like.
func (c *check) assertions() {
	for _, t := range c.tries {
		if t.how != unchecked || t.name == nil || t.pointer || report.InTest(c.pass, t.at.Pos()) {
			continue
		}
		if v := c.variableOf(t.err); v != nil && (c.guarded(t.cur, v) || c.calledGuarded(t.cur, v) || c.certain(t.cur, v)) {
			continue
		}
		c.report.Report(analysis.Diagnostic{
			Pos:            t.cur.Node().Pos(),
			End:            t.cur.Node().End(),
			Category:       "unchecked",
			Message:        fmt.Sprintf("the assertion to %s panics on failures of the network and cancelled contexts, which are other errors; use errors.As", display(t.name)),
			SuggestedFixes: c.checkResult(t),
		}, true)
	}
}

// guarded reports whether the error in a variable was asked what it is before
// a place, since it was set.
func (c *check) guarded(cur inspector.Cursor, v *types.Var) bool {
	return c.record(declaration(cur)).asked(v, cur.Node().Pos())
}

// answers reports whether a bool is among results.
func answers(t types.Type) bool {
	if t == nil {
		return false
	}
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			if isBool(v.Type()) {
				return true
			}
		}
		return false
	}
	return isBool(t)
}

// calledGuarded reports whether v is a parameter, and a caller asks the error
// what it is before it passes it.
func (c *check) calledGuarded(cur inspector.Cursor, v *types.Var) bool {
	fn := c.declared(declaration(cur))
	if fn == nil {
		return false
	}
	i := index(fn.Signature().Params(), v)
	if i < 0 {
		return false
	}
	known, ok := c.guards[v]
	if !ok {
		known = slices.ContainsFunc(c.calls[fn], func(call inspector.Cursor) bool {
			passed := c.variableOf(argument(call.Node().(*ast.CallExpr), fn, i))
			return passed != nil && c.guarded(call, passed)
		})
		c.guards[v] = known
	}
	return known
}

// certain reports whether a variable holds an error that can only be the
// SDK's: one that was made on the spot.
func (c *check) certain(cur inspector.Cursor, v *types.Var) bool {
	e := c.assigned(cur, v)
	if e == nil {
		return false
	}
	if _, _, ok := form(c.info.TypeOf(e)); ok {
		return true
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := c.callee(call)
	return fn != nil && sdk.IsErrorPackage(fn.Pkg())
}
