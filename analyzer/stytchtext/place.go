package stytchtext

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// What a fix needs to know of the place that it changes.

// whole returns the expression that a search of the error id stands for: with
// the err != nil before it, which errors.As makes superfluous.
func (c *check) whole(cur inspector.Cursor, id *ast.Ident) inspector.Cursor {
	and, ok := cur.Parent().Node().(*ast.BinaryExpr)
	if !ok || and.Op != token.LAND || cur.ParentEdgeKind() != edge.BinaryExpr_Y {
		return cur
	}
	cmp, ok := and.X.(*ast.BinaryExpr)
	if ok && cmp.Op == token.NEQ && c.info.Types[cmp.Y].IsNil() && c.local(cmp.X) != nil && c.local(cmp.X) == c.local(id) {
		return cur.Parent()
	}
	return cur
}

// jumps reports whether a function has labels, over whose gotos no variable
// may be declared.
func jumps(fn *function) bool {
	found := false
	ast.Inspect(fn.body, func(n ast.Node) bool {
		_, ok := n.(*ast.LabeledStmt)
		found = found || ok
		return !found
	})
	return found
}
