package stytchtoken

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
)

// summaryOf returns what is known of the function that a call calls, if it
// has to do with tokens.
func (w *walker) summaryOf(c *callee) *summary {
	if c.fn == nil || w.t.kind(c.fun) == kLiteral {
		return w.summaryOfValue(c.fun)
	}
	if f := w.decls[c.fn]; f != nil {
		if f.relevant || f.callsBack || returnsText(f) {
			return w.summary(f)
		}
		return nil
	}
	return w.imported(c.fn)
}

// summaryOfValue returns what is known of a function that is a value.
func (w *walker) summaryOfValue(fun value) *summary {
	switch k := w.t.keys[fun]; k.kind {
	case kLiteral:
		if f := w.literals[k.pos]; f != nil && f.relevant {
			return w.summary(f)
		}
	case kFunc:
		fn := k.obj.(*types.Func)
		if f := w.decls[fn]; f != nil {
			if f.relevant {
				return w.summary(f)
			}
			return nil
		}
		return w.imported(fn)
	}
	return nil
}

// returnsText reports whether a function is a short one that may only read
// text from what it is handed.
func returnsText(f *function) bool {
	const short = 8
	return f.sig.Results().Len() > 0 && isString(f.sig.Results().At(0).Type()) && len(f.body.List) <= short
}

// apply runs a call of a function whose summary is known.
func (w *walker) apply(c *callee, sum *summary) []value {
	for _, i := range sum.retries {
		if i < len(c.all) {
			w.retried(c, c.all[i], false)
		}
	}
	if len(sum.rows) == 0 {
		return w.unknownCall(c)
	}
	r := &sum.rows[w.choose(len(sum.rows))]
	for _, cond := range r.conds {
		if v := w.subst(cond.v, c); v != 0 {
			if is, known := w.truth(v); known && is != cond.is {
				w.s.dead = true
				return nil
			}
			w.s.conds[v] = cond.is
		}
	}
	var spent []spending
	for _, e := range r.effects {
		sp := spending{op: e.op, tokens: w.subst(e.tokens, c), call: c.call, client: w.subst(e.client, c), args: w.handed(c), fixed: e.ended, seen: e.seen}
		if sp.tokens == 0 || !w.isToken(w.t.keys[sp.tokens].a) {
			continue
		}
		if _, ok := ast.Unparen(c.call.Fun).(*ast.FuncLit); ok && e.call != nil {
			sp.call = e.call
		}
		w.compare(&sp)
		if !e.linked && e.ended != failed {
			sp.args = 0
		}
		spent = append(spent, sp)
	}
	values := make([]value, len(r.values))
	for i, v := range r.values {
		values[i] = w.subst(v, c)
	}
	return w.finish(c, r, spent, values)
}

// finish makes the results of a call that ends in a row.
func (w *walker) finish(c *callee, r *row, spent []spending, values []value) []value {
	errs := w.broughtBy(c.all)
	w.disturbed(c, errs)
	results := w.fresh(c)
	var err value
	skip := len(results) - len(r.results) // a retry helper may return less
	for i := range results {
		w.comesFrom(results[i], errs)
		j := i - skip
		if j < 0 || j >= len(r.results) {
			continue
		}
		if values[j] != 0 {
			results[i] = values[j]
		}
		w.know(results[i], r.results[j])
		if i == len(results)-1 && w.returnsError(c) {
			err = results[i]
		}
	}
	if v := w.writtenBy(c, r); err == 0 {
		err = v
	}
	for i := range spent {
		spent[i].err = err
		if via := slices.DeleteFunc(slices.Clone(results), func(v value) bool { return v == err || !isResult(w.t, v) }); len(via) > 0 {
			spent[i].via = w.t.list(via...)
		}
		w.spend(&spent[i])
	}
	return results
}

// isResult reports whether a value is the result of a call.
func isResult(t *table, v value) bool {
	k := t.keys[v]
	return k.kind == kSite || k.kind == kPure && len(k.str) > 0 && k.str[len(k.str)-1] == '?'
}

// know puts down what is known of a result.
func (w *walker) know(v value, c class) {
	if v == 0 {
		return
	}
	switch c {
	case isNil, isNotNil:
		if null := w.equal(v, w.t.null()); null != 0 && w.t.kind(null) == kEq {
			w.s.conds[null] = c == isNil
		}
	case isTrue, isFalse:
		if w.t.kind(v) != kConst {
			w.s.conds[v] = c == isTrue
		}
	}
}

// writtenBy gives new values to the variables that a literal writes to. It
// returns that of an error, if there is one.
func (w *walker) writtenBy(c *callee, r *row) (err value) {
	f := w.literals[w.t.keys[c.fun].pos]
	if w.t.kind(c.fun) != kLiteral || f == nil {
		return 0
	}
	for i, obj := range f.written {
		v := w.t.site(c.call.Lparen, "written "+index(i))
		w.s.forget(w.t, v)
		if isAggregate(obj.Type()) {
			w.havoc(w.t.storage(obj), c.call.Lparen)
			continue
		}
		w.storeVar(obj, v)
		if i < len(r.written) {
			w.know(v, r.written[i])
		}
		if isErrorType(obj.Type()) {
			err = v
		}
	}
	return err
}

// returnsError reports whether the last result of a call is an error.
func (w *walker) returnsError(c *callee) bool {
	switch t := typeOf(w.info, c.call).(type) {
	case *types.Tuple:
		return t.Len() > 0 && isErrorLike(t.At(t.Len()-1).Type())
	default:
		return isErrorLike(t)
	}
}

// handed returns all that a call hands over, but for contexts and the like.
func (w *walker) handed(c *callee) value {
	name := "a literal"
	if c.fn != nil {
		name = nameOf(c.fn)
	}
	var args []value
	for i, v := range c.all {
		if !w.isStable(c, i) {
			args = append(args, v)
		}
	}
	return w.t.pure("call of "+name, args...)
}

// subst returns what a value of a called function is for its caller; 0 if that
// cannot be said.
func (w *walker) subst(v value, c *callee) value {
	if v == 0 {
		return 0
	}
	k := w.t.keys[v]
	switch k.kind {
	case kConst, kNil, kGlobal, kStorage:
		return v
	case kParam:
		i, err := strconv.Atoi(k.str)
		if err != nil || i >= len(c.all) || w.isVariadic(c, i) {
			return 0
		}
		return c.all[i]
	}
	a := w.subst(k.a, c)
	b := w.subst(k.b, c)
	if k.a != 0 && a == 0 || k.b != 0 && b == 0 {
		return 0
	}
	switch k.kind {
	case kField:
		typ := w.t.types[v]
		if typ == nil {
			typ = types.Typ[types.String]
		}
		return w.load(slot{obj: a, name: k.str, idx: b}, typ)
	case kEq:
		return w.equal(a, b)
	case kNot:
		return w.not(a)
	}
	k.a, k.b = a, b
	return w.t.of(k)
}

// isVariadic reports whether what is handed over at index i may be one of
// several values for one parameter.
func (w *walker) isVariadic(c *callee, i int) bool {
	sig, ok := types.Unalias(typeOf(w.info, c.call.Fun)).(*types.Signature)
	if !ok || !sig.Variadic() {
		return false
	}
	n := i
	if c.fn != nil && c.fn.Signature().Recv() != nil {
		n--
	}
	return n >= sig.Params().Len()-1
}
