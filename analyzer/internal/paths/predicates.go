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

// A retried is a parameter that a function calls again when it failed, as long as all in
// a list are left out.
type retried struct {
	param  int
	unset  Value
	others bool // only if it failed in no way of its own
}

// Looked returns what the path has found out about the error of an event, or would have if
// the caller had asked for it.
func (p *Path) Looked(e *Event) Scrutiny {
	if e.seen <= Definite && p.s.ending(p.t, e) == Failed && p.unset() != 0 {
		return Examined
	}
	return e.seen
}

// unset returns what the path takes to be left out, as a list, with a 0 for what callers
// cannot tell.
func (p *Path) unset() Value {
	var list []Value
	for _, c := range p.s.conds {
		if n := &p.t.nodes[c.v]; n.kind == kPure && n.str == unset && c.is {
			list = append(list, p.First(n.a))
		}
	}
	return p.t.list(list...)
}

// isUnset says what of a list the caller of a function may itself have been told to leave
// out. It fails if something is not left out, or nobody can tell.
func (p *Path) isUnset(list Value, c *Call) (Value, bool) {
	var rest []Value
	for _, v := range p.t.elements(list) {
		switch v = p.subst(v, c); {
		case p.isEmpty(v):
		case p.expressible(v) && !p.IsNotNil(v):
			rest = append(rest, v)
		default:
			return 0, false
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

// optional returns what may judge errors and is left out if a condition holds, or does not;
// 0 if there is no such thing.
func (p *Path) optional(cond ssa.Value) (v Value, is bool) {
	if p.check.Inside {
		return 0, false
	}
	if n := &p.t.nodes[p.eval(cond)]; n.kind == kPure && strings.HasPrefix(n.str, isPrefix) {
		if t := p.typeNamed(strings.TrimPrefix(n.str, isPrefix)); t != nil && judges(t) {
			return p.First(n.a), false
		}
	}
	op, ok := cond.(*ssa.BinOp)
	switch {
	case !ok:
	case isNilTest(op) && judges(op.X.Type()):
		return p.eval(op.X), op.Op == token.EQL
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
