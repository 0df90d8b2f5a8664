package paths

import (
	"cmp"
	"go/types"
	"maps"
	"math"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A summary is what a function does, as its callers can tell it.
type summary struct {
	rows    []row           // the ways in which it ends, as far as its callers can tell them apart
	handled []row           // those in which what it makes of a function that it is handed handles a request
	retries []retried       // the parameters that it calls again when they failed
	calls   []int           // those that it calls, known inside the package alone
	writes  map[string]bool // the parameters that lead to what it writes to; nil if that is not known
	helps   bool            // nothing in it matters
	deeds   Deed            // what it does
	steps   int             // that were run to find this out
}

// matters reports whether a call of the function has to be followed.
func (s *summary) matters() bool {
	return s != nil && !s.helps && slices.ContainsFunc(s.rows, func(r row) bool { return slices.ContainsFunc(r.effects, func(e Event) bool { return e.Name != "" }) })
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
	results []class
	values  []Value // of the results, as its parameters have them; 0 where that cannot be said
	conds   []cond  // what holds of its parameters
	effects []Event // in the called function
	asked   uint64  // the parameters that it has found out more about than that
}

// maxRows is how many ways of ending are told apart.
const maxRows = 12

// maxTurns is how often a function that calls itself is walked, until no more
// ways in which it ends are found.
const maxTurns = 4

// summaryOf returns what is known of the function that a call calls, if it
// matters.
func (e *engine) summaryOf(w *walk, c *Call) *summary {
	switch {
	case c.body != nil && len(c.body.Blocks) > 0:
		if (e.matter(c.body) || e.outline.tells[c.body.Syntax()] || e.outline.helps[c.body.Syntax()] || e.outline.tries[c.body.Syntax()]) && c.body.Parent() == nil {
			return e.summary(w, c.body)
		}
	case c.impl != nil:
		return e.imported(c.impl)
	case c.Fn != nil:
		return e.imported(c.Fn)
	}
	return nil
}

// A turn is what is known so far of a function that is being walked, or of one
// that was and calls one that still is.
type turn struct {
	sum *summary
	low int // how deep the outermost function lies that it depends on
}

// summary returns what a function of the package does; nil if that is not known.
// The function is walked, and what is found there is kept.
//
// Functions that call each other are walked in turns, each with what is known of
// them so far: at first, that they do not end. The outermost one begins the turns,
// and what it is, the others are with it. So each is walked a few times, however
// many there are.
func (e *engine) summary(w *walk, fn *ssa.Function) *summary {
	if sum, ok := e.summaries[fn]; ok {
		return sum
	}
	if t, ok := e.turns[fn]; ok {
		w.low = min(w.low, t.low)
		return t.sum
	}
	depth, before := len(e.turns), len(e.pending)
	t := &turn{sum: new(summary), low: depth}
	e.turns[fn] = t
	var low int
	for n := 0; ; n++ {
		v := e.walkOver(fn)
		low = v.low
		if low == depth && n >= maxTurns/2 && v.sum != nil {
			e.widen(v.sum)
		}
		same := v.sum == nil || sameRows(v.sum.rows, t.sum.rows)
		t.sum = v.sum
		if low != depth || same {
			break
		}
		if n == maxTurns {
			t.sum = nil
			break
		}
		for _, f := range e.pending[before:] {
			delete(e.turns, f)
		}
		e.pending = e.pending[:before]
	}
	if low < depth {
		t.low = low
		e.pending = append(e.pending, fn)
		w.low = min(w.low, low)
		return t.sum
	}
	for _, f := range append(e.pending[before:], fn) {
		e.summaries[f] = e.turns[f].sum
		if t.sum == nil {
			e.summaries[f] = nil
		}
		delete(e.turns, f)
	}
	e.pending = e.pending[:before]
	return t.sum
}

// widen drops the conditions on what a function computes from its parameters: one
// that calls itself has more of them in each turn.
func (e *engine) widen(sum *summary) {
	computed := func(v Value) bool { return e.t.kind(v) == kBinary && e.t.nodes[v].str != "<" }
	for i := range sum.rows {
		r := &sum.rows[i]
		r.conds = slices.DeleteFunc(r.conds, func(c cond) bool { return e.t.some(c.v, computed) })
	}
	if e.check.Inside {
		sum.rows = distinct(sum.rows)
		return
	}
	sum.rows = merge(sum.rows)
}

// walkOver follows the paths of a function as its callers may run it. Where there
// are too many, it does so once more without what nobody can ask for again: it may be a
// condition by which callers tell paths apart, and so it is kept at first.
func (e *engine) walkOver(fn *ssa.Function) *walk {
	w := e.walkOnce(fn, false)
	if w.giveUp {
		low := w.low
		w = e.walkOnce(fn, true)
		w.low = min(w.low, low)
	}
	if !w.giveUp {
		e.check.Found(w.notes)
		for _, b := range w.behinds {
			e.check.Behind(b)
		}
	}
	return w
}

func (e *engine) walkOnce(fn *ssa.Function, lean bool) *walk {
	w := &walk{engine: e, notes: make(map[ssa.CallInstruction]any), behinds: make(map[ssa.CallInstruction]*Behind), fails: make(map[retried]bool), calls: make(map[int]bool), writes: make(map[string]bool), lean: lean, low: math.MaxInt, limit: maxRuns + maxAgain*len(fn.Blocks)}
	f := &frame{function: e.prepare(fn)}
	for i, param := range fn.Params {
		if library.IsErrorValue(param.Type()) && i < 64 {
			f.errors = append(f.errors, i)
		}
		f.params = append(f.params, e.t.of(node{kind: kParam, str: index(i)}))
	}
	for i := range fn.FreeVars {
		f.free = append(f.free, e.t.of(node{kind: kFree, str: index(i)}))
	}
	if exits := w.run(f, &state{}); !w.giveUp && !w.vague {
		w.sum = w.summarize(f, exits)
	}
	return w
}

// summarize makes the summary of a function that has been walked.
func (w *walk) summarize(f *frame, exits []exit) *summary {
	sum := &summary{rows: make([]row, 0, len(exits)), writes: w.writes, deeds: w.deeds, steps: w.steps}
	for _, x := range exits {
		p := &Path{walk: w, f: f, s: x.s, t: w.t}
		sum.rows = append(sum.rows, p.outcomes(x.results))
	}
	sum.handled = distinct(w.handled)
	if w.check.Inside {
		sum.rows = distinct(sum.rows)
	} else {
		sum.rows = merge(sum.rows)
	}
	for i := range f.params {
		if w.calls[i] {
			sum.calls = append(sum.calls, i)
		}
	}
	again := slices.Collect(maps.Keys(w.fails))
	for _, r := range again {
		if !slices.ContainsFunc(again, func(o retried) bool { return o != r && w.covers(o, r) }) {
			sum.retries = append(sum.retries, r)
		}
	}
	slices.SortFunc(sum.retries, func(a, b retried) int {
		return cmp.Or(a.param-b.param, int(a.under-b.under), int(truth(a.others)-truth(b.others)))
	})
	if len(sum.rows) > maxRows && (!w.check.Inside || len(sum.rows) > 2*maxRows) {
		return nil
	}
	return sum
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
func (p *Path) classOf(v Value, typ types.Type) class {
	if v == 0 {
		return anything
	}
	if isBoolean(typ) {
		switch is, known := p.Truth(v); {
		case !known:
			return anything
		case is:
			return isTrue
		}
		return isFalse
	}
	if canBeNil(typ) {
		if p.t.kind(v) == kMarked {
			v = p.t.nodes[v].a
		}
		switch is, known := p.Truth(p.isNull(v)); {
		case !known:
			return anything
		case is:
			return isNil
		}
		return isNotNil
	}
	return anything
}

// expressible reports whether a value can be told from the function's parameters.
func (p *Path) expressible(v Value) bool {
	return v != 0 && !p.t.some(v, func(w Value) bool {
		return !p.t.kind(w).told()
	})
}

// told reports whether values of a kind can be told from those that they are made
// of.
func (k kind) told() bool {
	switch k {
	case kConst, kNil, kZero, kList, kParam, kGlobal, kFieldAddr, kElemAddr, kAt, kField, kElem, kWith, kPure, kEq, kBinary, kNot, kAssert, kIs, kOutcome, kWrapped, kMade, kBoxed, kMarked:
		return true
	}
	return false
}

// ofParams reports whether a condition depends on nothing but values that the
// function was handed: on nothing that may change between two calls.
func (p *Path) ofParams(v Value, pure bool) bool {
	n := p.t.nodes[v]
	switch n.kind {
	case kConst, kNil, kParam, kOutcome:
		return true
	case kAt:
		return p.isDeclared(v) || pure && p.ofParams(n.a, pure)
	case kFieldAddr:
		return pure && p.ofParams(n.a, pure)
	case kElemAddr, kElem:
		return pure && p.ofParams(n.a, pure) && p.ofParams(n.b, pure)
	case kField, kIs, kAssert, kNot:
		return p.ofParams(n.a, pure)
	case kPure:
		if last := n.str[len(n.str)-1]; last == '?' {
			return false // of a function of the program's own
		} else if last == steady {
			pure = true
		}
		for _, arg := range p.t.elements(n.a) {
			if !p.ofParams(arg, pure) {
				return false
			}
		}
		return true
	case kEq, kBinary:
		return p.ofParams(n.a, pure) && p.ofParams(n.b, pure)
	}
	return false
}

// sameRows reports whether two summaries say the same.
func sameRows(a, b []row) bool {
	return slices.EqualFunc(a, b, func(r, o row) bool {
		return r.asked == o.asked && slices.Equal(r.results, o.results) && slices.Equal(r.values, o.values) &&
			slices.Equal(r.conds, o.conds) && slices.Equal(r.effects, o.effects)
	})
}

// merge joins the rows that a caller cannot tell apart. What only one of them
// does may not happen, and so counts for nothing.
func merge(rows []row) []row {
	for i := 0; i < len(rows); i++ {
		for j := i + 1; j < len(rows); j++ {
			if rows[i].differs(&rows[j]) {
				continue
			}
			rows[i] = join(&rows[i], &rows[j])
			rows = slices.Delete(rows, j, j+1)
			// It may be like one of the earlier rows now.
			i = -1
			break
		}
	}
	return rows
}

// differs reports whether a caller can tell two rows apart.
func (r *row) differs(o *row) bool {
	for i := range min(len(r.results), len(o.results)) {
		a, b := r.results[i], o.results[i]
		if a != b && a != anything && b != anything {
			return true
		}
	}
	for _, a := range r.conds {
		if slices.Contains(o.conds, cond{a.v, !a.is}) {
			return true
		}
	}
	return false
}

// join returns what two rows have in common.
func join(r, o *row) row {
	var j row
	for i := range min(len(r.results), len(o.results)) {
		class, v := r.results[i], r.values[i]
		if class != o.results[i] {
			class = anything
		}
		if v != o.values[i] {
			v = 0
		}
		j.results, j.values = append(j.results, class), append(j.values, v)
	}
	for _, c := range r.conds {
		if slices.Contains(o.conds, c) {
			j.conds = append(j.conds, c)
		}
	}
	for _, e := range r.effects {
		i := slices.IndexFunc(o.effects, func(f Event) bool { return f.Name == e.Name && f.Subject == e.Subject })
		if i < 0 {
			continue
		}
		f := o.effects[i]
		if e.end != f.end {
			e.end = Unknown
		}
		if e.Client != f.Client {
			e.Client = 0
		}
		if e.Args != f.Args {
			e.Args = 0
		}
		e.seen = max(e.seen, f.seen)
		j.effects = append(j.effects, e)
	}
	return j
}
