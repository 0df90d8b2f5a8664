package paths

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A helper whose caller may tell it what to do about an error has looked at that, unless
// the caller has left it out: the predicate, the strategy, the option, or the settings that
// hold one. A path that goes by its being left out keeps that as a condition.

// unset is the name of conditions that something was left out.
const unset = "unset"

// A retried is a parameter that a function calls again when it failed, if all conditions in
// a list hold of what it is handed.
type retried struct {
	param  int
	under  Value
	others bool // only if it failed in no way of its own
}

// covers reports whether a parameter is called again whenever it is according to another one.
func (e *engine) covers(r, o retried) bool {
	under := e.t.elements(o.under)
	return r.param == o.param && (o.others || !r.others) &&
		!slices.ContainsFunc(e.t.elements(r.under), func(v Value) bool { return !slices.Contains(under, v) })
}

// Looked returns what the path has found out about the error of an event, or would have if
// the caller had asked for it.
func (p *Path) Looked(e *Event) Scrutiny {
	if e.seen <= Definite && p.s.ending(p.t, e) == Failed && slices.ContainsFunc(p.s.conds, func(c cond) bool { return c.is && p.isLeftOut(c.v) }) {
		return Examined
	}
	return e.seen
}

// isLeftOut reports whether a condition is that something is left out.
func (p *Path) isLeftOut(v Value) bool {
	n := &p.t.nodes[v]
	return n.kind == kPure && n.str == unset
}

// under returns the conditions that the path goes by on what the function is handed, as a
// list. It fails if callers cannot tell whether they hold.
func (p *Path) under() (Value, bool) {
	var list []Value
	for _, c := range p.s.conds {
		switch {
		case p.isLeftOut(c.v):
			if c.is {
				list = append(list, c.v)
			}
		case p.ofParams(c.v, true):
			list = append(list, p.when(c.v, c.is))
		}
	}
	return p.t.list(list...), !slices.Contains(list, p.t.pure(unset, 0))
}

// mayHold returns those of the conditions that a called function has told which depend on
// what its caller was handed itself. It fails if one does not hold, or if nobody can tell
// that something is left out.
func (p *Path) mayHold(conds Value, c *Call) (Value, bool) {
	var rest []Value
	for _, v := range p.t.elements(conds) {
		if p.isLeftOut(v) {
			switch of := p.subst(p.First(p.t.nodes[v].a), c); {
			case p.isEmpty(of):
			case p.expressible(of) && !p.IsNotNil(of):
				rest = append(rest, p.t.pure(unset, of))
			default:
				return 0, false
			}
			continue
		}
		v = p.subst(v, c)
		switch is, known := p.Truth(v); {
		case known && !is:
			return 0, false
		case !known && v != 0 && p.ofParams(v, true):
			rest = append(rest, v)
		}
	}
	return p.t.list(rest...), true
}

// leaveOut notes that a path goes by something being left out, or being there. A loop through
// a list that was gone through once is left as one that nothing is known of.
func (p *Path) leaveOut(v Value, is bool) {
	if v == 0 || p.IsNil(v) {
		return
	}
	left := p.t.pure(unset, v)
	if out, known := p.s.cond(left); known && !out && is {
		p.s.conds = slices.DeleteFunc(p.s.conds, func(c cond) bool { return c.v == left })
		return
	}
	if is && !p.expressible(v) {
		left = p.t.pure(unset, 0) // callers cannot tell
	}
	p.s.setCond(left, is)
}

// isSwitch reports whether a condition asks which mode an option has set: callers cannot tell.
func (p *Path) isSwitch(v Value) bool {
	for p.t.kind(v) == kNot {
		v = p.t.nodes[v].a
	}
	n := &p.t.nodes[v]
	if n.kind == kEq && p.t.kind(n.b) == kConst {
		n = &p.t.nodes[n.a]
	}
	return p.triesHere() && n.kind == kField && p.t.some(n.a, func(w Value) bool {
		place, ok := p.t.nodes[p.t.root(p.t.nodes[w].a)].ref.(*ssa.Alloc)
		return ok && p.t.kind(w) == kHavoc && slices.ContainsFunc(*place.Referrers(), func(r ssa.Instruction) bool {
			set, ok := r.(*ssa.Call)
			return ok && set.Call.StaticCallee() == nil && isOption(set.Call.Value.Type())
		})
	})
}

// optional returns what may judge errors and is left out if a condition holds, or does not;
// 0 if there is no such thing.
func (p *Path) optional(cond ssa.Value) (v Value, is bool) {
	if !p.triesHere() {
		return 0, false
	}
	if n := &p.t.nodes[p.eval(cond)]; n.kind == kPure && strings.HasPrefix(n.str, isPrefix) {
		if t := p.typeNamed(strings.TrimPrefix(n.str, isPrefix)); t != nil && judges(t) {
			return p.First(n.a), false
		}
	}
	op, ok := cond.(*ssa.BinOp)
	if !ok {
		return 0, false
	}
	switch of := nilTested(op); {
	case of != nil && judges(of.Type()):
		return p.eval(of), op.Op == token.EQL
	case isRange(op):
		list := op.Y.(*ssa.Call).Call.Args[0]
		if s, ok := list.Type().Underlying().(*types.Slice); ok && (judges(s.Elem()) || isOption(s.Elem())) {
			return p.eval(list), false
		}
	}
	return 0, false
}

// judges reports whether what has a type may say what is to be done about an error: a
// function that is handed one and returns something, or what has such a method or field.
func judges(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return u.Results().Len() > 0 && library.TakesError(u)
	case *types.Interface:
		for m := range u.Methods() {
			if judges(m.Signature()) {
				return true
			}
		}
	case *types.Struct:
		for f := range u.Fields() {
			if _, nested := f.Type().Underlying().(*types.Pointer); !nested && judges(f.Type()) {
				return true
			}
		}
	}
	return false
}

// isOption reports whether a value of a type sets something: a function that is handed
// what it does that to, or what has such a method alone.
func isOption(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return u.Params().Len() == 1
	case *types.Interface:
		return u.NumMethods() == 1 && u.Method(0).Signature().Params().Len() == 1
	}
	return false
}

// triesHere reports whether the path is in a function that may call a parameter again.
func (p *Path) triesHere() bool {
	for f := p.f; f != nil; f = f.up {
		if p.outline.tries[f.fn.Syntax()] {
			return true
		}
	}
	return false
}
