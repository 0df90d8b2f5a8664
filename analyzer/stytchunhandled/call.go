package stytchunhandled

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// call returns what the result of a call has to do with the error, and notes
// what the call does.
func (w *walker) call(e *ast.CallExpr, s state) value {
	info := w.check.info
	if info.Types[e.Fun].IsType() {
		var v value
		for _, arg := range e.Args {
			v = w.eval(arg, s)
		}
		return v
	}
	effect := w.sign.effect
	receiver := w.receiver(e, s)
	var given value // the error, or what holds it
	args := make([]value, len(e.Args))
	for i, arg := range e.Args {
		args[i] = w.eval(arg, s)
		if args[i].kind != nothing && given.kind != failure {
			given = args[i]
		}
	}
	switch fn := typeutil.Callee(info, e).(type) {
	case *types.Builtin:
		return w.builtin(fn, given)
	case *types.Func:
		fn = fn.Origin()
		switch receiver.kind {
		case failure:
			return w.method(fn, given)
		case replying: // status.New(...).Err()
			if fn.Signature().Results().Len() > 0 {
				return receiver
			}
			return value{}
		default:
		}
		if r := w.check.replyOf(fn); r != nil {
			a, ok := w.replies(e, r)
			switch {
			case !ok:
				w.sign.examined = true
			case r.Does == library.AnswersLate:
				return w.replying(e, a)
			default:
				w.sign.answers = append(w.sign.answers, a)
			}
			return value{}
		}
		if w.responds(fn, e) {
			break
		}
		if w.check.logs(fn) {
			w.sign.effect = effect // what is only logged is not done
			return value{}
		}
		if v, ok := w.wraps(fn, e, args); ok {
			return v
		}
		if library.OnlyRenders(fn) || library.OnlyComputes(fn) && given.kind == nothing {
			w.sign.effect = effect
			if receiver.kind != nothing {
				given = receiver
			}
			return holder(given)
		}
	}
	if h := w.check.helperOf(w.fn, e); h != nil {
		return w.helped(e, h, args, given)
	}
	w.sign.effect = true
	w.escapes(given)
	w.escapes(receiver)
	if fn, _ := typeutil.Callee(info, e).(*types.Func); w.responds(fn, e) {
		w.sign.answers = append(w.sign.answers, answer{expr: e, param: -1, chosen: -1})
	}
	return value{}
}

// replying returns the value of a call that makes an answer to be returned.
func (w *walker) replying(e *ast.CallExpr, a answer) value {
	if w.made[e] == nil {
		w.made[e] = &a
	}
	return value{kind: replying, reply: w.made[e]}
}

// receiver returns what the receiver of a method call has to do with the error.
func (w *walker) receiver(e *ast.CallExpr, s state) value {
	fun := ast.Unparen(e.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		if w.check.isPackage(sel.X) {
			return value{}
		}
		return w.eval(sel.X, s)
	}
	if lit, ok := fun.(*ast.FuncLit); ok && w.mentions(lit, s) {
		w.sign.examined = true
	}
	return value{}
}

// method returns the value of a method of the error itself.
func (w *walker) method(fn *types.Func, given value) value {
	sig := fn.Signature()
	if fn.Name() == "Error" && sig.Params().Len() == 0 {
		return value{kind: text, lost: true}
	}
	w.sign.examined = true
	return given
}

func (w *walker) builtin(fn *types.Builtin, given value) value {
	switch fn.Name() {
	case "append", "min", "max":
		return holder(given)
	case "print", "println", "panic":
	default:
		w.sign.effect = true
		w.escapes(given)
	}
	return value{}
}

// responds reports whether a call hands on what a request is answered by, or is
// a method of that which is not known to leave it alone.
func (w *walker) responds(fn *types.Func, e *ast.CallExpr) bool {
	if library.Of(fn).Is(library.NoAnswer) {
		return false
	}
	sig, ok := typeOrInvalid(w.check.info.TypeOf(e.Fun)).Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for i, arg := range e.Args {
		if !isResponder(w.check.info.TypeOf(arg)) {
			continue
		}
		if i < sig.Params().Len() {
			if t := library.Type(sig.Params().At(i).Type()); t == "context.Context" {
				continue // the context of a framework is one, too
			}
		}
		return true
	}
	return false
}
