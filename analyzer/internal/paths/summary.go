package paths

import (
	"cmp"
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
