package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
)

// Values are what a variable is set to in the package.
type values struct {
	list []ast.Expr // nil for one of the further results of a call
	zero bool       // it is declared without one
	open bool       // it may have others: from a caller, in a loop, or through its address
}

// only returns the only value of a variable, nil if it may have another one.
func (c *check) only(obj types.Object) ast.Expr {
	v := c.valuesOf(obj)
	if len(v.list) != 1 || v.zero || v.open {
		return nil
	}
	return v.list[0]
}

// valuesOf returns the values of a variable.
func (c *check) valuesOf(obj types.Object) values {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() != c.pass.Pkg || v.Kind() != types.LocalVar && v.Kind() != types.PackageVar {
		return values{open: true}
	}
	if known, ok := c.values[v]; ok {
		return known
	}
	var found values
	add := func(values []ast.Expr, i, n int) {
		switch {
		case len(values) == 0:
			found.zero = true
		case len(values) == n:
			found.list = append(found.list, ast.Unparen(values[i]))
		case i == 0:
			found.list = append(found.list, ast.Unparen(values[0]))
		default:
			found.list = append(found.list, nil)
		}
	}
	for _, cur := range c.uses().Of(v) {
		cur = outOfParens(cur)
		kind, i := cur.ParentEdge()
		switch n := cur.Parent().Node().(type) {
		case *ast.AssignStmt:
			if kind == edge.AssignStmt_Lhs {
				add(n.Rhs, i, len(n.Lhs))
			}
		case *ast.ValueSpec:
			if kind == edge.ValueSpec_Names {
				add(n.Values, i, len(n.Names))
			}
		case *ast.RangeStmt:
			found.open = found.open || kind != edge.RangeStmt_X
		case *ast.UnaryExpr:
			found.open = found.open || n.Op == token.AND
		}
	}
	c.values[v] = found
	return found
}
