package valueflow

import (
	"cmp"
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
// declared with or assigned, those of loops apart; nil stands for the zero value.
func (b *builder) valuesOf(obj types.Object) []ast.Expr {
	if b.values != nil {
		return b.values[obj]
	}
	b.values, b.addressed = make(map[types.Object][]ast.Expr), make(map[*types.Var]bool)
	note := func(target ast.Expr, values []ast.Expr, i int) {
		id, ok := target.(*ast.Ident)
		if !ok {
			return
		}
		var value ast.Expr
		if len(values) > 0 {
			value = values[min(i, len(values)-1)]
		}
		obj := b.info.ObjectOf(id)
		b.values[obj] = append(b.values[obj], value)
	}
	for cur := range b.root().Preorder((*ast.ValueSpec)(nil), (*ast.AssignStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				note(name, n.Values, i)
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				note(l, n.Rhs, i)
			}
		case *ast.CallExpr:
			for _, a := range n.Args {
				if addr, ok := ast.Unparen(a).(*ast.UnaryExpr); ok {
					if v := b.variableOf(addr.X); v != nil {
						b.addressed[v] = true
					}
				}
			}
		}
	}
	return b.values[obj]
}

// onlyValue returns the only expression of those, or nil.
func (b *builder) onlyValue(obj types.Object) ast.Expr {
	var only ast.Expr
	for _, e := range b.valuesOf(obj) {
		if e != nil && only != nil {
			return nil
		}
		only = cmp.Or(only, e)
	}
	return only
}
