package valueflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// The elements of a container are one node: what is true of one is true of
// all, as in a list of codes. That does not hold for records:
//
//	texts := [][2]string{{"session_not_found", "Please sign in again"}}
//	fields := []string{"stytch", string(e.ErrorType)}
//
// So the elements of short arrays have nodes of their own, and an element that
// is picked from another container says nothing of the others.

// maxRecord is the length up to which the elements of an array are told apart.
const maxRecord = 4

// at returns the nodes of the elements of n, if t is a short array. It is nil where
// something does not compile.
func (b *builder) at(n *node, t types.Type) []*node {
	if t == nil {
		return nil
	}
	array, ok := t.Underlying().(*types.Array)
	if !ok || array.Len() > maxRecord || !b.holds(array.Elem()) {
		return nil
	}
	x := n.add()
	if x.at == nil {
		x.at = make([]*node, array.Len())
		for i := range x.at {
			x.at[i] = b.typedNode(array.Elem())
			b.flow(x.at[i], b.elem(n), array.Elem())
			b.flow(b.storeElem(n), x.at[i], array.Elem())
		}
	}
	return x.at
}

// constantIndex returns the index of e if it is a constant number.
func (b *builder) constantIndex(e *ast.IndexExpr) (int, bool) {
	v := b.info.Types[e.Index].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	i, ok := constant.Int64Val(v)
	return int(i), ok && i >= 0
}

// picks reports whether e reads one certain element of a container, rather
// than any: by anything but the variable of a loop that visits all of them, or,
// of a map, by a constant.
func (b *builder) picks(e *ast.IndexExpr) bool {
	if keyType(b.typeOf(e.X)) != nil {
		return b.info.Types[e.Index].Value != nil
	}
	id, ok := ast.Unparen(e.Index).(*ast.Ident)
	if !ok {
		return true
	}
	v, ok := b.info.Uses[id].(*types.Var)
	return !ok || !b.visited[v]
}

// loopVariable notes a variable that takes every index.
func (b *builder) loopVariable(e ast.Expr) {
	if v := b.variableOf(e); v != nil {
		b.visited[v] = true
	}
}

// countingLoop notes the variable of for i := 0; i < n; i++.
func (b *builder) countingLoop(s *ast.ForStmt) {
	if post, ok := s.Post.(*ast.IncDecStmt); ok && (post.Tok == token.INC || post.Tok == token.DEC) {
		b.loopVariable(post.X)
	}
}
