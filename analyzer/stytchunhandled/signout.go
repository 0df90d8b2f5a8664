package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// cookies are the types of cookies.
var cookies = map[string]bool{
	"net/http.Cookie":                 true,
	"github.com/gofiber/fiber.Cookie": true,
}

// forgetting are the methods that end what the browser's cookies stand for.
var forgetting = map[string]map[string]bool{
	"github.com/gofiber/fiber.Ctx":                        {"ClearCookie": true},
	"github.com/gofiber/fiber/middleware/session.Session": {"Destroy": true},
	"github.com/gin-contrib/sessions.Session":             {"Clear": true},
	"github.com/alexedwards/scs.SessionManager":           {"Destroy": true, "Clear": true},
}

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
				sel.Sel.Name == "Value" && cookies[library.Type(typeOrInvalid(c.info.TypeOf(sel.X)))] && c.isEmptyText(n.Rhs[0])
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
	key := keyOf(callee)
	if key == "github.com/gin-gonic/gin.Context" && callee.Name() == "SetCookie" {
		return len(call.Args) > 2 && c.isNegative(fn, call.Args[2])
	}
	return forgetting[key][callee.Name()]
}

// isEmptied reports whether a literal is that of a cookie that expires and holds
// nothing.
func (c *check) isEmptied(lit *ast.CompositeLit) bool {
	if !cookies[library.Type(typeOrInvalid(c.info.TypeOf(lit)))] {
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
