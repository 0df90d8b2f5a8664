package stytchtoken

import (
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// isRetry reports whether a function calls a function again when it failed.
func isRetry(fn *types.Func) bool {
	does := library.Of(fn).Does
	return does == library.RetryAll || does == library.RetryMarked
}

// retry runs a call of a retry helper.
func (w *walker) retry(c *callee) []value {
	for i, arg := range c.args {
		if i >= len(c.call.Args) || !returnsErrorLast(typeOf(w.info, c.call.Args[i])) {
			continue
		}
		if !slices.ContainsFunc(c.call.Args, w.selects) {
			w.retried(c, arg, library.Of(c.fn).Does == library.RetryMarked)
		}
		if sum := w.summaryOfValue(arg); sum != nil {
			inner := callee{call: c.call, fun: arg}
			if k := w.t.keys[arg]; k.kind == kFunc {
				inner.all = []value{k.a}
			}
			return w.apply(&inner, sum)
		}
	}
	return w.unknownCall(c)
}

// returnsErrorLast reports whether t is a function whose last result is an
// error.
func returnsErrorLast(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Results().Len() > 0 && isErrorType(sig.Results().At(sig.Results().Len()-1).Type())
}

// retried says that a function is called again when it failed, or only when
// its error is marked for that.
func (w *walker) retried(c *callee, fun value, marked bool) {
	if w.t.kind(fun) == kParam {
		w.fails[fun] = true
		return
	}
	sum := w.summaryOfValue(fun)
	if sum == nil {
		return
	}
	rows := sum.raw
	if rows == nil {
		rows = sum.rows
	}
	for _, r := range rows {
		if len(r.results) == 0 || r.results[len(r.results)-1] == isNil || r.stops || marked && !r.retryable {
			continue
		}
		for _, e := range r.effects {
			if e.ended != succeeded && e.seen == examined || e.seen == judged || !w.staysTheSame(e.tokens, fun) {
				continue
			}
			call := e.call
			if call == nil {
				call = c.call
			}
			if w.found[call] == nil {
				w.found[call] = &finding{fn: w.fn, call: call, first: call, op: e.op, again: true}
			}
		}
	}
}

// staysTheSame reports whether the tokens that a function spends are the same
// each time that it is called.
func (w *walker) staysTheSame(tokens, fun value) bool {
	var written []*types.Var
	if k := w.t.keys[fun]; k.kind == kLiteral {
		written = w.literals[k.pos].written
	}
	bound := w.t.keys[fun].a != 0
	for _, p := range w.t.partsOf(tokens) {
		switch k := w.t.keys[p]; k.kind {
		case kParam:
			if !bound || k.str != index(0) {
				return false
			}
		case kStorage:
			if obj, ok := k.obj.(*types.Var); !ok || slices.Contains(written, obj) {
				return false
			}
		}
	}
	return w.isToken(w.t.keys[tokens].a)
}

// isOwnParam reports whether a call calls a parameter of the function, one
// that returns an error.
func (w *walker) isOwnParam(c *callee) bool {
	return c.fn == nil && w.t.kind(c.fun) == kParam && returnsErrorLast(typeOf(w.info, c.call.Fun))
}

// callBack runs a call of a parameter.
func (w *walker) callBack(c *callee) []value {
	tokens := w.t.list(c.fun)
	for _, before := range w.s.spent {
		if before.op == nil && before.tokens == tokens && w.s.statusOf(w.t, before) == failed && before.seen < examined {
			w.fails[c.fun] = true
		}
	}
	results := w.unknownCall(c)
	sp := spending{tokens: tokens, call: c.call, err: results[len(results)-1]}
	w.s.spent = slices.DeleteFunc(w.s.spent, func(before spending) bool { return before.op == nil && before.tokens == tokens })
	w.s.spent = append(w.s.spent, sp)
	return results
}
