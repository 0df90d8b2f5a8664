package stytchtext

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// compiled returns the expression that a regular expression is compiled from.
func (c *check) compiled(e ast.Expr) ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		callee, ok := typeutil.Callee(c.info, e).(*types.Func)
		if ok && callee.Pkg() != nil && callee.Pkg().Path() == "regexp" && callee.Signature().Recv() == nil && len(e.Args) == 1 {
			return e.Args[0]
		}
	case *ast.Ident:
		if v := c.single(e); v.kind == computed && v.of <= 0 {
			if _, ok := ast.Unparen(v.expr).(*ast.CallExpr); ok {
				return c.compiled(v.expr)
			}
		}
	}
	return nil
}

// single returns the only value that a variable is ever given.
func (c *check) single(id *ast.Ident) value {
	v := c.local(id)
	if v == nil || c.vars[v] == nil || len(c.vars[v].defs) != 1 || c.vars[v].opaque {
		return value{}
	}
	for _, def := range c.vars[v].defs {
		return def
	}
	return value{}
}

// A wanted is a constant that is looked for.
type wanted struct {
	expr ast.Expr
	text string
}

// wanted returns the constants that an expression may be: itself, or what a
// loop takes from a literal.
func (c *check) wanted(e ast.Expr) []wanted {
	if s, ok := c.bytes(e); ok {
		return []wanted{{e, s}}
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v := c.single(id)
	if v.kind != element {
		return nil
	}
	list := ast.Unparen(v.expr)
	if id, ok := list.(*ast.Ident); ok {
		if v := c.single(id); v.kind == computed && v.of < 0 {
			list = ast.Unparen(v.expr)
		}
	}
	lit, ok := list.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var found []wanted
	for _, elt := range lit.Elts {
		if s, ok := c.constant(elt); ok {
			found = append(found, wanted{elt, s})
		}
	}
	return found
}

// bytes returns the constant text of an expression, or of what it makes a
// slice of bytes of.
func (c *check) bytes(e ast.Expr) (string, bool) {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 && c.info.Types[call.Fun].IsType() {
		return c.bytes(call.Args[0])
	}
	return c.constant(e)
}
