package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// wraps returns the error that a known function makes of another, or of its
// text.
func (w *walker) wraps(fn *types.Func, e *ast.CallExpr, args []value) (value, bool) {
	how := library.Of(fn)
	if !makesError(how.Does) || len(args) == 0 {
		return value{}, false
	}
	if how.Does == library.UnwrapError {
		return args[0], true
	}
	var made value
	mixed := false
	wrapped := w.wrappedBy(how, e)
	for i, v := range args {
		if v.kind != failure && v.kind != text {
			mixed = mixed || wrapped(i) && w.mayFail(e.Args[i])
			continue
		}
		v.lost = v.lost || v.kind == text || !wrapped(i)
		mixed = mixed || v.mixed
		if made.kind == nothing || !v.lost {
			made = value{kind: failure, lost: v.lost}
		}
	}
	made.mixed = mixed && made.kind != nothing
	return made, true
}

// makesError reports whether a function makes an error of what it is given, or takes
// one out of it.
func makesError(does library.Role) bool {
	switch does {
	case library.NewError, library.FormatError, library.WrapError, library.JoinErrors, library.UnwrapError:
		return true
	}
	return false
}

// mayFail reports whether an error that is joined to the one that is followed
// may be another failure: it is none that the package has for all of a kind, and
// none that is made on the spot.
func (w *walker) mayFail(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn := w.check.callee(e)
		return library.Of(fn).Does != library.NewError
	case *ast.SelectorExpr:
		v, ok := w.check.info.Uses[e.Sel].(*types.Var)
		return !ok || v.IsField()
	case *ast.Ident:
		v := w.check.variable(e)
		return v == nil && !w.check.isNil(e) || v != nil && v.Pkg() != nil && v.Parent() != v.Pkg().Scope()
	}
	return true
}

// wrappedBy returns which arguments errors.As finds in the error that a call
// makes.
func (w *walker) wrappedBy(how library.Row, e *ast.CallExpr) func(arg int) bool {
	switch how.Does {
	case library.WrapError:
		return func(arg int) bool { return arg == int(how.Arg) }
	case library.JoinErrors:
		return func(int) bool { return true }
	case library.FormatError:
		if tv := w.check.info.Types[e.Args[0]]; tv.Value != nil && tv.Value.Kind() == constant.String {
			verbs := verbsOf(constant.StringVal(tv.Value))
			return func(arg int) bool { return arg >= 1 && arg <= len(verbs) && verbs[arg-1] == 'w' }
		}
	}
	return func(int) bool { return false }
}

// verbsOf returns the verbs of a format, in the order of their arguments. One
// that numbers its arguments has none that are known.
func verbsOf(format string) []byte {
	var verbs []byte
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		for i++; i < len(format) && strings.IndexByte("+-# 0123456789.*", format[i]) >= 0; i++ {
			if format[i] == '*' {
				verbs = append(verbs, '*')
			}
		}
		switch {
		case i >= len(format) || format[i] == '%':
		case format[i] == '[':
			return nil
		default:
			verbs = append(verbs, format[i])
		}
	}
	return verbs
}
