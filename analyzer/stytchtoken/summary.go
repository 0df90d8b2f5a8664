package stytchtoken

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/catalog"
)

// A summary is what a function does to the tokens that it is handed.
type summary struct {
	rows    []row // the ways in which it ends, as far as its callers can tell them apart
	raw     []row // all ways in which it ends; none for functions of other packages
	retries []int // the parameters that it calls again when they failed
}

// spends reports whether a function spends a token.
func (s *summary) spends() bool {
	return s != nil && slices.ContainsFunc(s.rows, func(r row) bool { return len(r.effects) > 0 })
}

// A class is what is known of a result.
type class uint8

// What is known of a result.
const (
	anything class = iota
	isNil
	isNotNil
	isTrue
	isFalse
)

// A row is one way in which a function ends.
type row struct {
	results   []class
	values    []value // of the results, as its parameters have them; 0 where that cannot be said
	written   []class // of the variables around a literal that it writes to
	conds     []cond  // what holds of its parameters
	effects   []effect
	stops     bool // its error says not to try again
	retryable bool // its error says to try again
}

// A cond is a condition that holds, or does not.
type cond struct {
	v  value
	is bool
}

// An effect is a token being spent.
type effect struct {
	op     *catalog.Operation
	tokens value // as the parameters have them
	client value
	ended  status
	seen   scrutiny
	linked bool          // the function's error tells how it ended
	call   *ast.CallExpr // that spends it; nil in other packages
}

// maxRows is how many ways of ending are told apart.
const maxRows = 12

// summary returns what a function of the package does; nil if that is not
// known. The function is walked, and what is found there is kept.
func (c *check) summary(f *function) *summary {
	if sum, ok := c.summaries[f]; ok {
		return sum
	}
	if c.busy[f] {
		return nil
	}
	c.busy[f] = true
	w := c.walk(f)
	delete(c.busy, f)
	var sum *summary
	if !w.giveUp {
		for call, found := range w.found {
			if c.findings[call] == nil {
				c.findings[call] = found
			}
		}
		sum = w.summarize()
	}
	c.summaries[f] = sum
	return sum
}

// summarize makes the summary of a function that has been walked.
func (w *walker) summarize() *summary {
	sum := &summary{}
	for _, e := range w.exits {
		sum.raw = append(sum.raw, w.row(e))
	}
	sum.rows = merge(slices.Clone(sum.raw))
	for i, p := range w.fn.params {
		if w.fails[w.t.of(key{kind: kParam, obj: p, str: index(i)})] {
			sum.retries = append(sum.retries, i)
		}
	}
	if len(sum.rows) > maxRows {
		return nil
	}
	return sum
}

// row returns what the end of a path looks like from outside.
func (w *walker) row(e exit) row {
	w.s = e.s
	var r row
	results := w.fn.sig.Results()
	last := value(0)
	for i, v := range e.results {
		if i >= results.Len() {
			break
		}
		typ := results.At(i).Type()
		r.results = append(r.results, w.classOf(v, typ))
		if !w.expressible(v) || !isString(typ) && w.t.kind(v) != kConst || isBoolean(typ) {
			v = 0
		}
		r.values = append(r.values, v)
		if isErrorLike(typ) {
			last = e.results[i]
			for _, p := range w.t.partsOf(last) {
				r.stops = r.stops || w.t.kind(p) == kPermanent
				r.retryable = r.retryable || w.t.kind(p) == kRetryable
			}
		}
	}
	for _, v := range w.fn.written {
		r.written = append(r.written, w.classOf(w.loadVar(v), v.Type()))
	}
	for v, is := range e.s.conds {
		if w.ofParams(v, false) {
			r.conds = append(r.conds, cond{v, is})
		}
	}
	slices.SortFunc(r.conds, func(a, b cond) int { return int(a.v - b.v) })
	for _, sp := range e.s.spent {
		if sp.op == nil || !w.expressible(sp.tokens) {
			continue
		}
		eff := effect{op: sp.op, tokens: sp.tokens, client: sp.client, ended: w.s.statusOf(w.t, sp), seen: sp.seen, call: sp.call}
		if !w.expressible(eff.client) {
			eff.client = 0
		}
		eff.linked = last != 0 && w.depends(last, sp.err)
		r.effects = append(r.effects, eff)
	}
	r.assume(results)
	return r
}

// assume says what is usual of results of which nothing else is known: after a
// call has failed the error is one, and after it has not, all else is there.
func (r *row) assume(results *types.Tuple) {
	if len(r.effects) == 0 {
		return
	}
	failing := slices.ContainsFunc(r.effects, func(e effect) bool { return e.ended == failed })
	doubtful := slices.ContainsFunc(r.effects, func(e effect) bool { return e.ended != succeeded })
	for i, c := range r.results {
		typ := results.At(i).Type()
		switch {
		case c != anything:
		case isErrorLike(typ):
			if failing {
				r.results[i] = isNotNil
			}
		case !doubtful && canBeNil(typ):
			r.results[i] = isNotNil
		}
	}
}

// canBeNil reports whether a value of type t can be nil.
func canBeNil(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice:
		return true
	}
	return false
}

// classOf returns what is known of a value at the end of a path.
func (w *walker) classOf(v value, typ types.Type) class {
	if v == 0 {
		return anything
	}
	if isBoolean(typ) {
		switch is, known := w.truth(v); {
		case !known:
			return anything
		case is:
			return isTrue
		}
		return isFalse
	}
	if canBeNil(typ) {
		if k := w.t.kind(v); k == kPermanent || k == kRetryable {
			v = w.t.keys[v].a
		}
		switch is, known := w.truth(w.equal(v, w.t.null())); {
		case !known:
			return anything
		case is:
			return isNil
		}
		return isNotNil
	}
	return anything
}

// expressible reports whether a value can be told from the function's
// parameters and the variables around it.
func (w *walker) expressible(v value) bool {
	for _, p := range w.t.partsOf(v) {
		switch k := w.t.keys[p]; k.kind {
		case kConst, kNil, kList, kGlobal, kField, kPure, kEq, kBinary, kNot, kAssert:
		case kParam:
			obj, ok := k.obj.(*types.Var)
			if !ok || !w.fn.hasParam(obj) {
				return false
			}
		case kStorage:
			obj, ok := k.obj.(*types.Var)
			if !ok || within(obj, w.fn.node) {
				return false
			}
		default:
			return false
		}
	}
	return v != 0
}

// ofParams reports whether a condition depends on nothing but values that the
// function was handed: on nothing that may change between two calls.
func (w *walker) ofParams(v value, pure bool) bool {
	k := w.t.keys[v]
	switch k.kind {
	case kConst, kNil:
		return true
	case kParam:
		obj, ok := k.obj.(*types.Var)
		return ok && w.fn.hasParam(obj)
	case kField:
		obj, ok := w.t.keys[k.a].obj.(*types.Var)
		return (pure || ok && w.t.kind(k.a) == kParam && isAggregate(obj.Type())) && k.b == 0 && w.ofParams(k.a, pure)
	case kPure:
		mark := k.str[max(len(k.str)-1, 0):]
		if mark == "?" {
			return false // of a function of the program's own
		}
		for _, arg := range w.t.elements(k.a) {
			if !w.ofParams(arg, pure || mark == string(steady)) {
				return false
			}
		}
		return true
	case kEq, kBinary:
		return w.ofParams(k.a, pure) && w.ofParams(k.b, pure)
	case kNot:
		return w.ofParams(k.a, pure)
	}
	return false
}

func isBoolean(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
