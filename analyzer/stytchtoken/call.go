package stytchtoken

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A callee is what a call calls, with what it is handed.
type callee struct {
	call *ast.CallExpr
	fn   *types.Func // nil if that is not known
	fun  value       // the function as a value
	recv value       // of a method, else 0
	args []value
	all  []value // the receiver, if there is one, and the arguments
}

// call runs a call and returns its results.
func (w *walker) call(call *ast.CallExpr) []value {
	if tv := w.info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 {
			return []value{w.converted(tv.Type, call.Args[0])}
		}
		return []value{0}
	}
	obj := typeutil.Callee(w.info, call)
	if b, ok := obj.(*types.Builtin); ok {
		return []value{w.builtin(b.Name(), call)}
	}
	c := callee{call: call}
	c.fn, _ = obj.(*types.Func)
	if c.fn != nil {
		c.fn = c.fn.Origin()
	}
	c.fun = w.eval(call.Fun)
	if k := w.t.keys[c.fun]; k.kind == kFunc {
		c.fn, c.recv = k.obj.(*types.Func), k.a
	}
	c.args = w.arguments(call)
	if c.fn != nil && isMethodExpr(c.fn, &c) {
		c.recv, c.args = c.args[0], c.args[1:]
	}
	c.all = c.args
	if c.fn != nil && c.fn.Signature().Recv() != nil {
		c.all = append([]value{c.recv}, c.args...)
	}
	return w.dispatch(&c)
}

// converted returns the value of a conversion. A text is made of what a slice
// holds then.
func (w *walker) converted(to types.Type, e ast.Expr) value {
	v := w.eval(e)
	_, ofSlice := typeOf(w.info, e).Underlying().(*types.Slice)
	if b, ok := to.Underlying().(*types.Basic); ok && ofSlice && b.Info()&types.IsString != 0 {
		return w.contents(v)
	}
	return v
}

// contents returns what a slice holds. As long as nothing has been written to
// it, that is the value of the slice.
func (w *walker) contents(v value) value {
	if v == 0 {
		return 0
	}
	if k := w.t.keys[v]; k.kind == kPure && k.str == "[:]" {
		args := w.t.elements(k.a)
		args[0] = w.contents(args[0])
		return w.t.pure(k.str, args...)
	}
	list := []value{w.asLeft(v)}
	for _, k := range w.s.sortedSlots() {
		if k.obj == v {
			list = append(list, k.idx, w.s.slots[k])
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return w.t.pure("contents", list...)
}

// arguments returns the values of a call's arguments.
func (w *walker) arguments(call *ast.CallExpr) []value {
	if len(call.Args) == 1 {
		if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
			return w.evalAll(inner) // maybe several
		}
	}
	args := make([]value, len(call.Args))
	for i, arg := range call.Args {
		args[i] = w.eval(arg)
	}
	return args
}

// isMethodExpr reports whether a call hands a method its receiver as the first
// argument.
func isMethodExpr(fn *types.Func, c *callee) bool {
	sig := fn.Signature()
	return sig.Recv() != nil && c.recv == 0 && !sig.Variadic() && len(c.args) == sig.Params().Len()+1
}

// dispatch runs a call according to what is known of the function.
func (w *walker) dispatch(c *callee) []value {
	if c.fn != nil {
		if op, ok := sdk.OperationOf(c.fn); ok && op.Token != "" && w.paramsOf(c) != 0 {
			return w.operate(c, &op)
		}
		if results, ok := w.library(c); ok {
			return results
		}
		if isRetry(c.fn) {
			return w.retry(c)
		}
	}
	if sum := w.summaryOf(c); sum != nil {
		return w.apply(c, sum)
	}
	if v := w.inline(c); v != 0 {
		return []value{v}
	}
	if w.isOwnParam(c) {
		return w.callBack(c)
	}
	return w.unknownCall(c)
}

// unknownCall runs a call of which nothing is known: its results are new, and
// what it was handed may have been written to.
func (w *walker) unknownCall(c *callee) []value {
	errs := w.broughtBy(c.all)
	w.disturbed(c, errs)
	results := w.fresh(c)
	for _, r := range results {
		w.comesFrom(r, errs)
	}
	return results
}

// fresh returns new results of a call.
func (w *walker) fresh(c *callee) []value {
	n, first := 1, types.Type(nil)
	if tuple, ok := typeOf(w.info, c.call).(*types.Tuple); ok {
		n = tuple.Len()
	} else {
		first = typeOf(w.info, c.call)
	}
	results := make([]value, n)
	for i := range results {
		if b, ok := first.(*types.Basic); ok && b.Kind() == types.Bool && c.fn != nil {
			// Asked again, with nothing changed, it says the same again.
			results[i] = w.t.pure(nameOf(c.fn)+"?", c.all...)
		} else {
			results[i] = w.t.site(c.call.Lparen, index(i))
		}
		w.renew(results[i], c)
	}
	return results
}

// renew forgets a result of the last time that a call ran, but for what it
// shares with other calls that have not run since.
func (w *walker) renew(v value, c *callee) {
	if w.t.kind(v) != kPure {
		w.s.forget(w.t, v)
		return
	}
	ran := w.t.of(key{kind: kSite, pos: c.call.Lparen, str: "ran"})
	if w.s.ran[ran] {
		w.s.ran[v] = true
		w.s.forget(w.t, v)
	}
	w.s.ran[ran] = true
}

// disturbed says that a call may have written to all that it was handed, and
// to what others can reach.
func (w *walker) disturbed(c *callee, errs value) {
	if c.fn != nil && (readOnly(c.fn) || isSDK(c.fn)) {
		return
	}
	f := w.decls[c.fn]
	for i, v := range c.all {
		if f != nil && !w.writes(f, i) || w.isStable(c, i) || w.isSpendingError(v) {
			continue
		}
		if left := w.havoc(v, c.call.Lparen); left != 0 {
			w.comesFrom(left, errs)
		}
	}
	if sel, ok := ast.Unparen(c.call.Fun).(*ast.SelectorExpr); ok && c.fn == nil {
		w.havoc(w.eval(sel.X), c.call.Lparen) // what a field calls may know the struct
	}
	w.disturb(c.call.Lparen)
}

// isStable reports whether what is handed over as argument i stays as it is,
// whoever gets it: requests and the contexts of web frameworks.
func (w *walker) isStable(c *callee, i int) bool {
	if c.recv != 0 || c.fn != nil && c.fn.Signature().Recv() != nil {
		if i == 0 {
			return isLasting(c.fn.Signature().Recv().Type()) && !library.Of(c.fn).Is(library.Writes)
		}
		i--
	}
	return i < len(c.call.Args) && isLasting(typeOf(w.info, c.call.Args[i]))
}

// broughtBy returns the results of calls that spent a token which values depend
// on, as a list.
func (w *walker) broughtBy(vs []value) value {
	var list []value
	for _, sp := range w.s.spent {
		for _, r := range append([]value{sp.err, sp.res}, w.t.elements(sp.via)...) {
			if slices.ContainsFunc(vs, func(v value) bool { return w.depends(v, r) }) {
				list = append(list, r)
			}
		}
	}
	return w.t.list(list...)
}

// comesFrom says that a value may depend on the results of calls.
func (w *walker) comesFrom(v, errs value) {
	if v != 0 && errs != 0 {
		w.s.from[v] = errs
	} else {
		delete(w.s.from, v)
	}
}

// builtin runs a call of a builtin function.
func (w *walker) builtin(name string, call *ast.CallExpr) value {
	args := make([]value, 0, len(call.Args))
	for _, arg := range call.Args {
		if !w.info.Types[arg].IsType() {
			args = append(args, w.eval(arg))
		}
	}
	switch name {
	case "len", "cap", "min", "max", "real", "imag", "complex":
		return w.t.pure(name, args...)
	case "new", "make":
		obj := w.t.of(key{kind: kAlloc, pos: call.Lparen})
		w.s.forget(w.t, obj)
		return obj
	case "copy", "clear", "delete":
		if len(args) > 0 {
			w.havoc(args[0], call.Lparen)
		}
	}
	v := w.t.site(call.Lparen, name)
	w.s.forget(w.t, v)
	return v
}

// isSDK reports whether a function is one of the SDK's.
func isSDK(fn *types.Func) bool { return fn.Pkg() != nil && sdk.InModule(fn.Pkg().Path()) }
