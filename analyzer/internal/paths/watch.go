package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// Outer returns where the path is in the function itself: the call there, if it is
// in a function that is looked into.
func (p *Path) Outer() ssa.Instruction {
	at := p.instr
	for f := p.f; f.up != nil; f = f.up {
		at = f.from
	}
	return at
}

// Own reports whether the path is in the function itself.
func (p *Path) Own() bool { return p.f.up == nil }

// Of returns the function itself.
func (p *Path) Of() *ssa.Function { return p.Outer().Parent() }

// declared returns where the variable was made that an address leads into, and
// whether that is one of the functions on the path.
func (p *Path) declared(addr ssa.Value) (spot, bool) {
	n := &p.t.nodes[p.t.root(p.eval(addr))]
	alloc, ok := n.ref.(*ssa.Alloc)
	return spot{n.a, alloc}, ok && n.kind == kAlloc
}

// Value returns what an expression has computed.
func (p *Path) Value(v ssa.Value) Value { return p.eval(v) }

// IsEmpty reports whether a value is, for all that is known, the zero value of its
// type, or leads to one.
func (p *Path) IsEmpty(v Value) bool {
	if p.t.kind(v) == kAlloc {
		v = p.whole(v, p.content(v))
	}
	return p.isEmpty(v)
}

// handedOn returns a value with what it leads to, as it was left; 0 if that is not known.
func (p *Path) handedOn(v Value) Value {
	if p.IsNil(v) {
		return p.t.null()
	}
	v = p.asLeft(v)
	if p.t.some(v, func(part Value) bool { return p.t.kind(part) == kHavoc }) {
		return 0
	}
	return v
}

// IsNil reports whether a value is nil.
func (p *Path) IsNil(v Value) bool {
	is, known := p.Truth(p.isNull(v))
	return known && is
}

// IsNotNil reports whether a value is known not to be nil.
func (p *Path) IsNotNil(v Value) bool {
	is, known := p.Truth(p.isNull(v))
	return known && !is
}

// MadeBy returns the call whose result a value is; nil if it is none.
func (p *Path) MadeBy(v Value) ssa.CallInstruction {
	n := &p.t.nodes[v]
	call, _ := n.ref.(ssa.CallInstruction)
	if n.kind != kSite {
		return nil
	}
	return call
}

// NilTest returns what a condition compares with nil, and whether it holds for that;
// 0 if it is no such condition.
func (p *Path) NilTest(v Value) (of Value, isNil bool) {
	isNil = true
	for p.t.kind(v) == kNot {
		v, isNil = p.t.nodes[v].a, !isNil
	}
	if n := &p.t.nodes[v]; n.kind == kEq && p.t.kind(n.b) == kNil {
		return n.a, isNil
	}
	return 0, false
}

// Arg returns the argument that a row of a library names.
func (c *Call) Arg(arg int8) Value {
	if i := c.place(arg); i < len(c.Args) {
		return c.Args[i]
	}
	return 0
}

// IsError reports whether a value is the error of an event.
func (p *Path) IsError(v Value, e *Event) bool { return v != 0 && v == e.err }

// leads reports whether a value depends on a result, or leads to something that does:
// by a pointer, or by the variables of a function literal.
func (p *Path) leads(v, result Value) bool {
	if v == 0 || result == 0 {
		return false
	}
	if p.depends(v, result) {
		return true
	}
	return p.t.some(v, func(part Value) bool {
		if k := p.t.kind(part); k != kAlloc && k != kSite {
			return false
		}
		return slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.t.lies(c.at, part) && p.depends(c.val, result) })
	})
}

// comes looks at the instruction that is run.
func (p *Path) comes() {
	if p.check.Step == nil {
		return
	}
	if does, ok := p.stepOf(p.instr); ok {
		p.check.Step(p, p.instr)
		p.deeds |= does
		p.seesStep(p.instr, does)
	}
}

// does tells the check of a call that is not looked into.
func (p *Path) does(c *Call) {
	if p.check.Behind == nil || len(c.any) > 0 || p.looksInto(c) {
		return
	}
	does := p.deedOf(c)
	if p.Rule(c.Fn).Does == library.Answers { // which is an event
		p.deeds |= does & Stops
	} else {
		p.deeds |= does
	}
	p.seesCall(c, does)
	if p.check.Does != nil {
		p.check.Does(p, c, does)
	}
}

// back looks at how a call in the function itself ended, or in one that is run for what
// it was handed.
func (p *Path) back(c *Call, ways []exit) {
	if p.check.Behind == nil || p.f.up != nil && p.f.made == nil {
		return
	}
	before := p.s
	for _, x := range ways {
		p.s = x.s
		if p.f.up == nil {
			p.seesEnd(c, x.results)
		}
		if p.check.Back != nil {
			p.check.Back(p, c, x.results)
		}
	}
	p.s = before
}
