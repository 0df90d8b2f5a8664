package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// retryCall runs a call of a function that calls others again when they failed.
func (p *Path) retryCall(c *Call, does library.Role) []exit {
	for i, r := range c.regs {
		if r == nil || !isFallible(r.Type()) {
			continue
		}
		if n := p.t.kind(c.Args[i]); n != kClosure && n != kFunc {
			break
		}
		if slices.ContainsFunc(c.Args, p.isSelected) {
			does = 0
		}
		return p.retry(c, c.Args[i], r, func(_ *Path, err Value) bool { return p.triesAgain(err, does) })
	}
	return p.unknown(c)
}

// isSelected reports whether a value is, or leads to, an option by which a
// program says what is tried again.
func (p *Path) isSelected(v Value) bool {
	is := func(v Value) bool { return p.t.nodes[v].str == selected }
	return p.t.some(v, is) || slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.t.lies(c.at, v) && p.t.some(c.val, is) })
}

// retry runs a function that another one calls: once, and where it fails in a way
// that is tried again, once more.
func (p *Path) retry(c *Call, fun Value, reg ssa.Value, again func(p *Path, err Value) bool) []exit {
	var ways []exit
	for _, x := range p.invoke(p.s, c, fun, reg, p.f.again) {
		if len(x.results) == 0 {
			ways = append(ways, x)
			continue
		}
		q := *p
		q.s = x.s
		err := x.results[len(x.results)-1]
		null := q.isNull(err)
		is, known := q.Truth(null)
		if !known {
			done := q
			done.s = q.s.clone()
			if done.assume(null, true) {
				ways = append(ways, exit{done.s, x.results})
			}
			if !q.assume(null, false) {
				continue
			}
		}
		if known && is || !again(&q, err) {
			ways = append(ways, exit{q.s, x.results})
			continue
		}
		ways = append(ways, p.invoke(q.s, c, fun, reg, true)...)
	}
	n := c.sig.Results().Len()
	for i, x := range ways {
		// A helper may return less or more than what it calls.
		results := make([]Value, n)
		for j := range results {
			if k := j + len(x.results) - n; k >= 0 && k < len(x.results) {
				results[j] = x.results[k]
			}
		}
		ways[i].results = results
	}
	return ways
}

// triesAgain reports whether a function that failed with err is called again.
func (p *Path) triesAgain(err Value, does library.Role) bool {
	switch does {
	case library.RetryAll:
		return !p.t.some(err, p.isFinal)
	case library.RetryMarked:
		return p.t.some(err, func(v Value) bool { return p.t.kind(v) == kMarked && p.t.nodes[v].str == retryable })
	}
	return false
}

// isFinal reports whether an error says that nothing is to be tried again.
func (p *Path) isFinal(err Value) bool {
	switch n := &p.t.nodes[err]; n.kind {
	case kMarked:
		return n.str == final
	case kAlloc:
		return library.KindOf(n.ref.(*ssa.Alloc).Type()).Is(library.Final)
	}
	return false
}

// invoke runs a function that the function calls which is called.
func (p *Path) invoke(s *state, c *Call, fun Value, reg ssa.Value, again bool) []exit {
	q := *p
	q.s = s
	f := *p.f
	f.again = again
	q.f = &f
	inner := &Call{Instr: c.Instr, fun: fun}
	q.called(inner, fun)
	inner.inside = true
	inner.sig = reg.Type().Underlying().(*types.Signature)
	for range inner.sig.Params().Len() {
		inner.Args = append(inner.Args, 0) // of which nothing is known
		inner.regs = append(inner.regs, nil)
	}
	return q.enter(inner)
}

// callBack runs a call of a parameter.
func (p *Path) callBack(c *Call) []exit {
	subject := p.t.list(c.fun)
	same := func(e Event) bool { return e.Name == "" && e.Subject == subject }
	p.calledBack(c.fun)
	ways := p.unknown(c)
	results := ways[0].results
	p.s.events = slices.DeleteFunc(p.s.events, same)
	p.s.events = append(p.s.events, Event{Subject: subject, Call: c.Instr, err: results[len(results)-1]})
	return ways
}

// calledBack notes that a function is called: again, if the path goes by that it
// failed, and has found out nothing else.
func (p *Path) calledBack(fun Value) {
	j := slices.Index(p.params(), fun)
	if fun == 0 || j < 0 {
		return
	}
	p.calls[j] = true
	subject := p.t.list(fun)
	for i := range p.s.events {
		e := &p.s.events[i]
		if e.Name == "" && e.Subject == subject && p.s.ending(p.t, e) == Failed && e.seen <= Definite {
			if under, ok := p.under(); ok {
				_, asks := p.s.cond(p.t.pure(others))
				p.fails[retried{j, under, asks}] = true
			}
		}
	}
}

// params returns the parameters of the function that is walked.
func (p *Path) params() []Value { return p.root().params }

// root returns the frame of the function that is walked.
func (p *Path) root() *frame {
	f := p.f
	for f.up != nil {
		f = f.up
	}
	return f
}
