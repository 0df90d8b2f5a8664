package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// ret ends a path. At the end of the function that is walked it does so in two
// ways where a result tells whether a call has failed.
func (p *Path) ret(instr *ssa.Return) []exit {
	if len(instr.Results) != p.f.fn.Signature.Results().Len() {
		return nil // a return is missing
	}
	results := make([]Value, len(instr.Results))
	for i, r := range instr.Results {
		results[i] = p.eval(r)
	}
	if p.f.up != nil {
		p.leave(results)
		p.lost(results)
		return []exit{{p.s, results}}
	}
	if p.check.End != nil {
		for i := range p.s.events {
			p.check.End(p, &p.s.events[i])
		}
	}
	p.returnsHandlers(results)
	if p.check.Return != nil {
		p.check.Return(p, results)
	}
	exits := []exit{{p.s, results}}
	for i, r := range instr.Results {
		for _, x := range exits {
			q := *p
			q.s = x.s
			if v := q.asks(results[i], r.Type()); v != 0 {
				other := q
				other.s = q.s.clone()
				if other.assume(v, false) {
					exits = append(exits, exit{other.s, results})
				}
				q.assume(v, true)
			}
		}
	}
	return exits
}

// asks returns the condition by which a result tells how a call ended; 0 if it is
// known already, or there is none.
func (p *Path) asks(v Value, typ types.Type) Value {
	switch {
	case library.IsErrorValue(typ) && p.isEventError(v):
		v = p.isNull(v)
	case !isBoolean(typ) || p.broughtBy([]Value{v}) == 0:
		return 0
	}
	if _, known := p.Truth(v); known {
		return 0
	}
	return v
}

// isEventError reports whether v is the error of an event.
func (p *Path) isEventError(v Value) bool {
	for i := range p.s.events {
		if v != 0 && p.s.events[i].err == v {
			return true
		}
	}
	return false
}

// isAPIError reports whether v is the error of a call that matters, and not of a parameter's.
func (p *Path) isAPIError(v Value) bool { return p.isEventError(v) && p.event(v).Name != "" }

// leave drops the variables of a frame that ends, but for those that others know.
func (p *Path) leave(results []Value) {
	m := marker{table: p.t, state: p.s, inner: true}
	m.mark(func(root Value) bool {
		n := &p.t.nodes[root]
		return n.kind != kAlloc && n.kind != kRegister || n.a != p.f.ctx
	}, results...)
}

// lost says that nobody holds the errors of some events of the frame that ends.
func (p *Path) lost(results []Value) {
	if p.check.Behind == nil {
		return
	}
	for i := range p.s.events {
		e := &p.s.events[i]
		if e.err == 0 || e.Name == "" || !p.t.some(e.err, func(v Value) bool { return v == p.f.ctx }) {
			continue
		}
		if !slices.ContainsFunc(results, func(v Value) bool { return p.Carries(v, e) }) &&
			!slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.depends(c.val, e.err) }) {
			p.Examine(e)
		}
	}
}

// runDefers runs the calls that the function has deferred, the last one first.
func (p *Path) runDefers() []exit {
	isLeft := func(x exit) bool {
		n := len(x.s.defers)
		return n > 0 && x.s.defers[n-1].frame == p.f.ctx
	}
	ways := []exit{{s: p.s}}
	for len(ways) <= maxWays && slices.ContainsFunc(ways, isLeft) {
		var next []exit
		for _, x := range ways {
			if !isLeft(x) {
				next = append(next, x)
				continue
			}
			q := *p
			q.s = x.s
			n := len(q.s.defers) - 1
			c := *q.s.defers[n].call
			q.instr = c.Instr
			if b := c.Instr.Block(); b != p.instr.Block() {
				q.regs = make([]Value, p.f.regs[b.Index]) // nobody knows those any more
			}
			q.s.defers = q.s.defers[:n]
			for _, y := range q.call(&c) {
				next = append(next, exit{s: y.s})
			}
		}
		ways = next
	}
	return ways
}
