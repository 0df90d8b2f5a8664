package stytchtarget

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// errorVariable returns the variable that an expression names, nil if it is
// anything else.
func (c *check) errorVariable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.info.Uses[id].(*types.Var)
	return v
}

// origin returns the function whose result a variable holds at a place, nil if
// that is not certain.
func (c *check) origin(cur inspector.Cursor, v *types.Var) *types.Func {
	call, ok := c.assigned(cur, v).(*ast.CallExpr)
	if !ok {
		return nil
	}
	// Here an interface's method will do: its package says enough.
	id := calleeIdent(call)
	if id == nil {
		return nil
	}
	fn, _ := c.info.Uses[id].(*types.Func)
	return fn
}

// assigned returns the expression whose value a variable holds at a place, nil
// if it may hold others. It walks back through the statements before it.
func (c *check) assigned(cur inspector.Cursor, v *types.Var) ast.Expr {
	if v == nil {
		return nil
	}
	r := c.record(declaration(cur))
	if len(r.sets[v]) == 0 {
		return nil
	}
	for {
		parent := cur.Parent()
		switch n := parent.Node().(type) {
		case nil, *ast.File, *ast.FuncDecl, *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return nil
		case *ast.ForStmt, *ast.RangeStmt:
			if r.assigns(n, v) {
				return nil // perhaps in the turn before
			}
		}
		for _, set := range slices.Backward(r.before(v, cur.Node().Pos())) {
			if set.Node().Pos() < parent.Node().Pos() {
				break
			}
			if prev, ok := below(parent, set); ok && runsBefore(prev, cur) {
				return c.directly(prev.Node(), v)
			}
		}
		cur = parent
	}
}

// below returns the child of a node that holds another one, or is it.
func below(parent, cur inspector.Cursor) (child inspector.Cursor, ok bool) {
	for cur != parent {
		if child = cur; child.Node() == nil {
			return child, false
		}
		cur = cur.Parent()
		ok = true
	}
	return child, ok
}

// runsBefore reports whether a node runs before a later one in the same list or
// in the head of the same statement.
func runsBefore(prev, cur inspector.Cursor) bool {
	switch kind := cur.ParentEdgeKind(); kind {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		return prev.ParentEdgeKind() == kind
	case edge.IfStmt_Cond, edge.IfStmt_Body, edge.IfStmt_Else, edge.SwitchStmt_Tag, edge.SwitchStmt_Body, edge.TypeSwitchStmt_Assign, edge.TypeSwitchStmt_Body:
		return prev.ParentEdgeKind() != edge.IfStmt_Body // where cur is in the else branch
	}
	return false
}

// directly returns the expression that a statement assigns to a variable, if
// it does nothing else to it.
func (c *check) directly(n ast.Node, v *types.Var) ast.Expr {
	if decl, ok := n.(*ast.DeclStmt); ok {
		return c.declaredAs(decl, v)
	}
	assign, ok := n.(*ast.AssignStmt)
	if !ok {
		return nil
	}
	for i, l := range assign.Lhs {
		id, ok := l.(*ast.Ident)
		if !ok || c.info.ObjectOf(id) != v {
			continue
		}
		if len(assign.Lhs) == len(assign.Rhs) {
			return ast.Unparen(assign.Rhs[i])
		}
		if len(assign.Rhs) == 1 && i == len(assign.Lhs)-1 {
			return ast.Unparen(assign.Rhs[0])
		}
	}
	return nil
}

// declaredAs returns the expression that a declaration gives to a variable, nil
// if it declares others too or none.
func (c *check) declaredAs(n *ast.DeclStmt, v *types.Var) ast.Expr {
	decl, ok := n.Decl.(*ast.GenDecl)
	if !ok || len(decl.Specs) != 1 {
		return nil
	}
	spec, ok := decl.Specs[0].(*ast.ValueSpec)
	if !ok {
		return nil
	}
	for i, id := range spec.Names {
		if c.info.ObjectOf(id) != v {
			continue
		}
		if len(spec.Names) == len(spec.Values) {
			return ast.Unparen(spec.Values[i])
		}
		if len(spec.Values) == 1 && i == len(spec.Names)-1 {
			return ast.Unparen(spec.Values[0])
		}
	}
	return nil
}
