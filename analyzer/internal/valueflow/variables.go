package valueflow

import (
	"go/ast"
	"go/types"
)

// variableOf returns the variable that e names, or nil.
func (b *builder) variableOf(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := b.info.ObjectOf(id).(*types.Var)
	return v
}

// valuesOf returns the expressions that a variable or constant of the package is
// declared with or assigned, those of loops apart.
func (b *builder) valuesOf(obj types.Object) []ast.Expr {
	if b.values != nil {
		return b.values[obj]
	}
	b.values = make(map[types.Object][]ast.Expr)
	note := func(target ast.Expr, values []ast.Expr, i int) {
		if id, ok := target.(*ast.Ident); ok && len(values) > 0 {
			obj := b.info.ObjectOf(id)
			b.values[obj] = append(b.values[obj], values[min(i, len(values)-1)])
		}
	}
	for cur := range b.root().Preorder((*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				note(name, n.Values, i)
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				note(l, n.Rhs, i)
			}
		}
	}
	return b.values[obj]
}

// onlyValue returns the only expression of those, or nil.
func (b *builder) onlyValue(obj types.Object) ast.Expr {
	if list := b.valuesOf(obj); len(list) == 1 {
		return list[0]
	}
	return nil
}
