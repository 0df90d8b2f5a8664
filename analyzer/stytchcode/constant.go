package stytchcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// constant returns the constant of this package that e names, or nil.
func (x *fixer) constant(e ast.Expr) *types.Const {
	id, ok := library.Unconverted(x.pass.TypesInfo, e).(*ast.Ident)
	if !ok {
		return nil
	}
	c, _ := x.pass.TypesInfo.Uses[id].(*types.Const)
	return c
}

// declaration returns the expression to change so that the constant c gets the
// value that the findings about it ask for: its literal, in the same file, if
// all uses of c are wrong in the same way and no other package can use it.
func (x *fixer) declaration(c *types.Const, found []finding) ast.Expr {
	if c.Pkg() != x.pass.Pkg || c.Exported() && c.Parent() == c.Pkg().Scope() && c.Pkg().Name() != "main" {
		return nil
	}
	if x.uses[c] != len(found) {
		return nil
	}
	first := found[0]
	for _, other := range found {
		if other.verdict.Right != first.verdict.Right {
			return nil
		}
	}
	if e := x.value(c); e != nil && x.pass.Fset.File(e.Pos()) == x.pass.Fset.File(first.site.Expr.Pos()) {
		e = library.Unconverted(x.pass.TypesInfo, e)
		if _, ok := literal(e, ""); ok && first.verdict.Right != "" {
			return e
		}
	}
	return nil
}

// value returns the expression that declares the value of a constant, nil if that has
// none, or declares the value of the constant below as well.
func (x *fixer) value(c *types.Const) ast.Expr {
	cur, ok := x.root.FindByPos(c.Pos(), c.Pos())
	if !ok {
		return nil
	}
	spec, ok := cur.Parent().Node().(*ast.ValueSpec)
	if !ok {
		return nil
	}
	if below, ok := cur.Parent().NextSibling(); ok && len(below.Node().(*ast.ValueSpec).Values) == 0 {
		return nil
	}
	i := slices.IndexFunc(spec.Names, func(id *ast.Ident) bool { return id == cur.Node() })
	if i < 0 || i >= len(spec.Values) {
		return nil
	}
	return spec.Values[i]
}
