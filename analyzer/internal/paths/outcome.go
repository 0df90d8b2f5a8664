package paths

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// outcome returns the error of an event in the function that is called.
func (p *Path) outcome(i int) Value {
	return p.t.of(node{kind: kSite, ref: p.instr, a: p.f.ctx, str: "outcome " + index(i)})
}

// outcomes returns what the end of a path looks like from outside, with all that
// was found out about the errors of its events.
func (p *Path) outcomes(values []Value) row {
	r := row{effects: make([]Event, 0, len(p.s.events))}
	l := &lifter{p: p, known: make(map[Value]Value)}
	for _, e := range p.s.events {
		subject := l.lift(e.Subject)
		if subject == 0 || e.Name == "" && !p.check.Helpers {
			continue
		}
		eff := e
		eff.Subject, eff.Client, eff.Args = subject, l.lift(e.Client), l.lift(e.Args)
		eff.Details = p.t.each(e.Details, l.made)
		eff.end = p.s.ending(p.t, &e)
		eff.res, eff.err = 0, 0
		if e.err != 0 {
			l.known[e.err] = p.t.of(node{kind: kOutcome, str: index(len(r.effects))})
		}
		r.effects = append(r.effects, eff)
	}
	r.asked = p.s.asked
	results := p.f.fn.Signature.Results()
	for i, v := range values {
		r.results = append(r.results, p.classOf(v, results.At(i).Type()))
		if w := l.lift(v); w != 0 || p.check.Helpers || types.IsInterface(results.At(i).Type()) {
			r.values = append(r.values, cmp.Or(w, l.made(v)))
		} else {
			r.values = append(r.values, 0)
		}
	}
	for _, c := range p.s.conds {
		if n := &p.t.nodes[c.v]; n.kind == kPure && (n.str == unset || n.str == others) {
			continue // of use in the function alone
		}
		if v := l.lift(c.v); v != 0 && p.ofParams(v, p.check.Inside) {
			r.conds = append(r.conds, cond{v, c.is})
		}
	}
	slices.SortFunc(r.conds, func(a, b cond) int { return int(a.v) - int(b.v) })
	return r
}

// A lifter tells values from parameters and the errors of events.
type lifter struct {
	p     *Path
	known map[Value]Value
}

// lift returns a value as it is told from outside; 0 if it cannot be.
func (l *lifter) lift(v Value) Value {
	if v == 0 {
		return 0
	}
	if w, ok := l.known[v]; ok {
		return w
	}
	switch l.p.t.kind(v) {
	case kConst, kNil, kZero, kParam, kGlobal:
		return v
	}
	l.known[v] = 0 // what holds itself cannot be told
	w := l.lifted(v)
	l.known[v] = w
	return w
}

func (l *lifter) lifted(v Value) Value {
	n := l.p.t.nodes[v]
	switch {
	case n.kind == kMade, n.kind == kBoxed, n.kind == kAlloc && library.IsErrorValue(types.NewPointer(allocated(n))):
		return l.made(v)
	case n.kind == kWrapped:
		var list []Value
		for _, e := range l.p.Causes(v) {
			if e = l.lift(e); e == 0 {
				return 0
			}
			list = append(list, e)
		}
		return l.p.t.of(node{kind: kWrapped, a: l.p.t.list(list...), str: n.str})
	case !n.kind.told():
		return 0
	}
	for _, part := range [...]*Value{&n.a, &n.b, &n.c} {
		if *part != 0 {
			if *part = l.lift(*part); *part == 0 {
				return 0
			}
		}
	}
	if _, ok := n.ref.(ssa.Instruction); ok {
		n.ref = nil
	}
	return l.p.t.of(n)
}

// distinct returns the rows without those that say the same as others.
func distinct(rows []row) []row {
	list := rows[:0]
	for _, r := range rows {
		if !slices.ContainsFunc(list, func(o row) bool { return sameRows([]row{o}, []row{r}) }) {
			list = append(list, r)
		}
	}
	return list
}
