package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// signsOut reports whether a function ends a session, by the SDK or by deleting
// a cookie: it goes on whoever asks.
func (c *check) signsOut(fn *function) bool {
	if fn.ends != nil {
		return *fn.ends
	}
	found := false
	fn.ends = &found
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			callee := c.callee(n)
			found = found || c.revokes(callee) || c.forgets(fn, callee, n)
		case *ast.CompositeLit:
			found = found || c.isEmptied(n)
		case *ast.KeyValueExpr:
			id, ok := n.Key.(*ast.Ident)
			found = found || ok && id.Name == "MaxAge" && c.isNegative(fn, n.Value)
		case *ast.AssignStmt:
			sel, ok := n.Lhs[0].(*ast.SelectorExpr)
			if !ok || len(n.Rhs) != 1 {
				break
			}
			found = found || sel.Sel.Name == "MaxAge" && c.isNegative(fn, n.Rhs[0]) ||
				sel.Sel.Name == "Value" && library.KindOf(c.info.TypeOf(sel.X)).Is(library.Cookie) && c.isEmptyText(n.Rhs[0])
		}
		return !found
	})
	return found
}

// forgets reports whether a call makes the browser forget a cookie.
func (c *check) forgets(fn *function, callee *types.Func, call *ast.CallExpr) bool {
	if callee == nil {
		return false
	}
	row := library.Of(callee)
	if row.Does == library.SetsCookie {
		return int(row.Arg) < len(call.Args) && c.isNegative(fn, call.Args[row.Arg])
	}
	return row.Does == library.SignsOut
}

// isEmptied reports whether a literal is that of a cookie that expires and holds
// nothing.
func (c *check) isEmptied(lit *ast.CompositeLit) bool {
	if !library.KindOf(c.info.TypeOf(lit)).Is(library.Cookie) {
		return false
	}
	expires := false
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		id, ok := kv.Key.(*ast.Ident)
		switch {
		case !ok:
			return false
		case id.Name == "Expires":
			expires = true
		case id.Name == "Value" && !c.isEmptyText(kv.Value):
			return false
		}
	}
	return expires
}

func (c *check) isNegative(fn *function, e ast.Expr) bool {
	n, ok := c.integer(fn, e)
	return ok && n < 0
}

func (c *check) isEmptyText(e ast.Expr) bool {
	v := c.info.Types[e].Value
	return v != nil && v.Kind() == constant.String && constant.StringVal(v) == ""
}

// revokes reports whether a function ends a session, or is one of the package
// that calls such a function.
func (c *check) revokes(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	if revoking[paramsOf(fn)] {
		return true
	}
	decl := c.decls[fn.Origin()]
	if decl == nil {
		return false
	}
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			callee := c.callee(call)
			found = found || callee != nil && revoking[paramsOf(callee)]
		}
		return !found
	})
	return found
}
