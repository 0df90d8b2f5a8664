package stytchcredentials

import (
	"go/ast"
	"go/types"
)

// function returns what a result of a call of f may be, if f is a function of
// this package.
func (s *source) function(f *types.Func, call *ast.CallExpr, result int) outcome {
	decl := s.functions()[f]
	if decl == nil || decl.body == nil || s.stack[f] || f.Signature().Variadic() {
		return unknown
	}
	params := f.Signature().Params()
	if params.Len() != len(call.Args) || result >= f.Signature().Results().Len() {
		return unknown
	}
	bound := make(map[*types.Var]outcome)
	for i, arg := range call.Args {
		if isString(params.At(i).Type()) {
			bound[params.At(i)] = s.expr(arg)
		}
	}
	s.enter(f)
	defer delete(s.stack, f)
	defer func(before map[*types.Var]outcome) { s.bound = before }(s.bound)
	s.bound = bound

	var o outcome
	guarded := true
	for _, r := range decl.returns {
		switch list := r.stmt.Results; {
		case len(list) == f.Signature().Results().Len():
			o = either(o, s.expr(list[result]))
		case len(list) == 1:
			inner, ok := ast.Unparen(list[0]).(*ast.CallExpr)
			if !ok {
				return unknown
			}
			o = either(o, s.call(inner, result))
		default:
			return unknown
		}
		guarded = guarded && (r.under == nil || s.asksEnv(r.under))
	}
	if o.mixed() {
		if !guarded {
			return unknown
		}
		return o.settled()
	}
	return o
}
