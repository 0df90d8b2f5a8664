package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A making is what a function makes by asking Stytch.
type making struct {
	sessions map[*types.Var][]*ast.CallExpr // the calls whose sessions are in variables
	password token.Pos                      // where the first is set, if one is
}

// making lists what a function makes.
func (c *check) making(fn *function) *making {
	if fn.made != nil {
		return fn.made
	}
	m := &making{sessions: make(map[*types.Var][]*ast.CallExpr)}
	fn.made = m
	ast.Inspect(fn.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) != 1 {
				break
			}
			call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
			if !ok {
				break
			}
			if callee := c.callee(call); callee != nil && sdk.IsCall(callee) && returnsSession(callee) {
				if v := c.variable(n.Lhs[0]); v != nil {
					m.sessions[v] = append(m.sessions[v], call)
				}
			}
		case *ast.CallExpr:
			if callee := c.callee(n); callee != nil && !m.password.IsValid() && creating[paramsOf(callee)] {
				m.password = n.Pos()
			}
		}
		return true
	})
	return m
}

// fresh reports whether what a call proves was made just before it, so that its
// failure is no user's fault: a session that another call returned, a password
// that was set.
func (c *check) fresh(s *source) bool {
	m := c.making(s.fn)
	if m.password.IsValid() && m.password < s.call.Pos() && strings.Contains(s.operations[0].Outcome, "password") {
		return true
	}
	uses := false
	for _, arg := range s.call.Args {
		ast.Inspect(c.literal(s.fn, arg), func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return !uses
			}
			if v, ok := c.info.Uses[id].(*types.Var); ok && len(m.sessions[v]) > 0 {
				first := m.sessions[v][0] // the others come after it
				uses = uses || first.Pos() < s.call.Pos()
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
