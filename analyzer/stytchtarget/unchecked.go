package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// assertions reports those that panic when the error is another. In a test a
// panic is what a failure looks like.
func (c *check) assertions() {
	for _, t := range c.tries {
		if t.how != unchecked || t.name == nil || t.pointer || c.inTest(t.at.Pos()) {
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
	pos := cur.Node().Pos()
	decl := declaration(cur)
	set := c.lastSet(decl, v, pos)
	asked := func(other token.Pos) bool { return set <= other && other < pos }
	for _, t := range c.within[decl] {
		if t.cur != cur && asked(t.at.Pos()) && c.variableOf(t.err) == v {
			return true
		}
	}
	// A call that is given the error and says yes or no may ask it.
	for call := range decl.Preorder((*ast.CallExpr)(nil)) {
		n := call.Node().(*ast.CallExpr)
		if !asked(n.Pos()) || !answers(c.info.TypeOf(n)) {
			continue
		}
		if r, _ := library(c.callee(n)); r == is {
			continue
		}
		for _, arg := range n.Args {
			if c.variableOf(arg) == v {
				return true
			}
		}
	}
	return false
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

// lastSet returns where a variable was set last before a place, in the order
// of the code.
func (c *check) lastSet(decl inspector.Cursor, v *types.Var, pos token.Pos) token.Pos {
	set := token.NoPos
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil)) {
		if n := cur.Node(); n.Pos() < pos && n.Pos() > set && c.sets(n, v) {
			set = n.Pos()
		}
	}
	return set
}

// sets reports whether a statement sets a variable itself.
func (c *check) sets(n ast.Node, v *types.Var) bool {
	var left []ast.Expr
	switch n := n.(type) {
	case *ast.AssignStmt:
		left = n.Lhs
	case *ast.RangeStmt:
		left = []ast.Expr{n.Key, n.Value}
	case *ast.ValueSpec:
		for _, id := range n.Names {
			left = append(left, id)
		}
	}
	for _, l := range left {
		if id, ok := l.(*ast.Ident); ok && c.info.ObjectOf(id) == v {
			return true
		}
	}
	return false
}

// calledGuarded reports whether v is a parameter, and a caller asks the error
// what it is before it passes it.
func (c *check) calledGuarded(cur inspector.Cursor, v *types.Var) bool {
	fd, ok := declaration(cur).Node().(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, ok := c.info.Defs[fd.Name].(*types.Func)
	if !ok {
		return false
	}
	i := index(fn.Signature().Params(), v)
	if i < 0 {
		return false
	}
	for _, call := range c.calls[fn] {
		arg := argument(call.Node().(*ast.CallExpr), fn, i)
		if arg == nil {
			continue
		}
		if passed := c.variableOf(arg); passed != nil && c.guarded(call, passed) {
			return true
		}
	}
	return false
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
