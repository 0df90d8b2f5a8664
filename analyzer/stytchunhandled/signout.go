package stytchunhandled

import (
	"go/ast"
	"go/types"
)

// signsOut reports whether a function ends a session, by the SDK or by deleting
// a cookie: it goes on whoever asks.
func (c *check) signsOut(fn *function) bool {
	found := false
	negative := func(e ast.Expr) bool {
		n, ok := c.integer(fn, e)
		return ok && n < 0
	}
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || c.revokes(c.callee(n))
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && id.Name == "MaxAge" && negative(n.Value) {
				found = true
			}
		case *ast.AssignStmt:
			if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok && sel.Sel.Name == "MaxAge" && len(n.Rhs) == 1 && negative(n.Rhs[0]) {
				found = true
			}
		}
		return !found
	})
	return found
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
