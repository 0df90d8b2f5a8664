package stytchcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// constant returns the constant of this package that e names, or nil.
func (x *fixer) constant(e ast.Expr) *types.Const {
	id, ok := inner(x.pass.TypesInfo, e).(*ast.Ident)
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
	if x.values == nil {
		x.values = values(x.pass)
	}
	if e := x.values[c]; e != nil && x.pass.Fset.File(e.Pos()) == x.pass.Fset.File(first.site.Expr.Pos()) {
		e = inner(x.pass.TypesInfo, e)
		if _, ok := literal(e, ""); ok && first.verdict.Right != "" {
			return e
		}
	}
	return nil
}

// values returns the expressions that declare the values of the constants of a
// package, but for those that declare that of the constants below as well.
func values(pass *analysis.Pass) map[*types.Const]ast.Expr {
	found := make(map[*types.Const]ast.Expr)
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			decl, ok := n.(*ast.GenDecl)
			if !ok || decl.Tok != token.CONST {
				return true
			}
			for i, spec := range decl.Specs {
				vs, ok := spec.(*ast.ValueSpec)
				if !ok || repeated(decl.Specs[i+1:]) {
					continue
				}
				for i, name := range vs.Names {
					if c, ok := pass.TypesInfo.Defs[name].(*types.Const); ok && i < len(vs.Values) {
						found[c] = vs.Values[i]
					}
				}
			}
			return false
		})
	}
	return found
}

// repeated reports whether the specifications below a constant begin with one
// that has no values of its own and so repeats those above.
func repeated(below []ast.Spec) bool {
	if len(below) == 0 {
		return false
	}
	vs, ok := below[0].(*ast.ValueSpec)
	return ok && len(vs.Values) == 0
}
