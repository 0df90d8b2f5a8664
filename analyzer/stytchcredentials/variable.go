package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"
)

// variable returns what v may be.
func (s *source) variable(v *types.Var) outcome {
	list := s.assignments()[v]
	if o, ok := s.bound[v]; ok {
		if len(list) > 0 {
			return unknown
		}
		return o
	}
	if v.IsField() || !declared(list) || elsewhereToo(v) {
		return unknown
	}
	if s.stack[v] {
		return outcome{} // v = strings.TrimSpace(v) adds nothing new
	}
	s.enter(v)
	defer delete(s.stack, v)

	var o outcome
	guarded := true
	for _, a := range list {
		switch {
		case a.opaque:
			return unknown
		case a.value == nil: // declared without a value
		default:
			if call, ok := ast.Unparen(a.value).(*ast.CallExpr); ok {
				o = either(o, s.call(call, a.result))
			} else {
				o = either(o, s.expr(a.value))
			}
		}
		guarded = guarded && (a.under == nil || s.asksEnv(a.under))
	}
	if o.mixed() {
		if !guarded {
			return unknown // which of them it is may depend on anything
		}
		return o.settled()
	}
	return o
}

// declared reports whether the declaration of a variable is among its
// assignments. That of a parameter is not: it has a value already.
func declared(list []assignment) bool {
	return slices.ContainsFunc(list, func(a assignment) bool { return a.declares })
}

// elsewhereToo reports whether other packages can assign to v.
func elsewhereToo(v *types.Var) bool {
	return v.Exported() && v.Parent() == v.Pkg().Scope() && v.Pkg().Name() != "main"
}

func (s *source) enter(obj types.Object) {
	if s.stack == nil {
		s.stack = make(map[types.Object]bool)
	}
	s.stack[obj] = true
}

// asksEnv reports whether a statement is an if that asks whether environment
// variables are set, and nothing else.
func (s *source) asksEnv(n ast.Node) bool {
	stmt, ok := n.(*ast.IfStmt)
	return ok && s.isQuestion(stmt.Cond)
}

func (s *source) isQuestion(cond ast.Expr) bool {
	switch cond := ast.Unparen(cond).(type) {
	case *ast.Ident: // the second result of os.LookupEnv
		return s.isEnv(cond, 1)
	case *ast.UnaryExpr:
		return cond.Op == token.NOT && s.isQuestion(cond.X)
	case *ast.BinaryExpr:
		if cond.Op == token.LAND || cond.Op == token.LOR {
			return s.isQuestion(cond.X) && s.isQuestion(cond.Y)
		}
		// a comparison with "", or of the length with 0
		return isEmpty(s.info, cond.Y) && s.isEnv(s.measured(cond.X), 0) ||
			isEmpty(s.info, cond.X) && s.isEnv(s.measured(cond.Y), 0)
	}
	return false
}

// measured returns the v of len(v) and strings.TrimSpace(v).
func (s *source) measured(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return e
		}
		switch f := typeutil.Callee(s.info, call).(type) {
		case *types.Builtin:
			if f.Name() != "len" {
				return e
			}
		case *types.Func:
			if library.Of(f).Does != library.SameText {
				return e
			}
		default:
			return e
		}
		e = call.Args[0]
	}
}

// isEnv reports whether e is a result of os.Getenv or os.LookupEnv, or a
// variable that such a result is assigned to.
func (s *source) isEnv(e ast.Expr, result int) bool {
	if call, ok := e.(*ast.CallExpr); ok {
		return result == 0 && s.call(call, 0).env
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := s.info.ObjectOf(id).(*types.Var)
	if !ok {
		return false
	}
	for _, a := range s.assignments()[v] {
		if a.value == nil || a.result != result {
			continue
		}
		if call, ok := ast.Unparen(a.value).(*ast.CallExpr); ok && s.call(call, result).env {
			return true
		}
	}
	return false
}

// isEmpty reports whether e is "" or 0.
func isEmpty(info *types.Info, e ast.Expr) bool {
	v := info.Types[e].Value
	return v != nil && (v.ExactString() == `""` || v.ExactString() == "0")
}
