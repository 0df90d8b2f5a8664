package stytchunhandled

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// fresh reports whether what a call proves was made just before it, so that its
// failure is no user's fault: a session that another call returned, a password
// that was set.
func (c *check) fresh(s *source) bool {
	made := make(map[*types.Var]bool)
	created := false
	ast.Inspect(s.fn.body, func(n ast.Node) bool {
		if n == nil || n.Pos() >= s.call.Pos() {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) != 1 {
				break
			}
			call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
			if !ok {
				break
			}
			if fn, ok := typeutil.Callee(c.info, call).(*types.Func); ok && sdk.IsCall(fn) && call != s.call && returnsSession(fn) {
				if v := c.variable(n.Lhs[0]); v != nil {
					made[v] = true
				}
			}
		case *ast.CallExpr:
			if fn, ok := typeutil.Callee(c.info, n).(*types.Func); ok && creating[paramsOf(fn)] {
				created = true
			}
		}
		return true
	})
	if created && strings.Contains(s.operations[0].Outcome, "password") {
		return true
	}
	uses := false
	for _, arg := range s.call.Args {
		ast.Inspect(c.literal(s.fn, arg), func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := c.info.Uses[id].(*types.Var); ok && made[v] {
					uses = true
				}
			}
			return !uses
		})
	}
	return uses
}

// literal returns the only value that a variable is given, or the expression
// itself.
func (c *check) literal(fn *function, e ast.Expr) ast.Expr {
	if v := c.variable(e); v != nil && len(fn.values[v]) == 1 && fn.values[v][0] != nil {
		return fn.values[v][0]
	}
	return e
}

// returnsSession reports whether the response of a call holds the token of a
// session.
func returnsSession(fn *types.Func) bool {
	s, ok := deref(fn.Signature().Results().At(0).Type()).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f.Name() == "SessionToken" || f.Name() == "IntermediateSessionToken" {
			return true
		}
	}
	return false
}

// paramsOf names the type of the parameters with which fn asks Stytch's API, as
// the catalog does; "" if it does not ask.
func paramsOf(fn *types.Func) string {
	name, ok := sdk.ParamsOf(fn)
	if !ok {
		return ""
	}
	return sdk.Key(name)
}
