package paths

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Events returns the events of the path so far.
func (p *Path) Events() []Event { return p.s.events }

// forget is called before v is computed anew. An event about the v before ends with
// that, whatever the path does later.
func (p *Path) forget(v Value) {
	if p.check.End != nil {
		for i := range p.s.events {
			if e := &p.s.events[i]; p.t.mentions(e.Subject, v) {
				p.check.End(p, e)
			}
		}
	}
	p.s.forget(p.t, v)
}

// Ending returns what is known of how the call of an event ended.
func (p *Path) Ending(e *Event) Ending { return p.s.ending(p.t, e) }

// Again reports whether the path runs a function for another time that is called
// by one which tries again.
func (p *Path) Again() bool { return p.f.again }

// At returns where a call is reported: the call itself, or the one by which its
// function was called.
func (p *Path) At(c *Call) ssa.CallInstruction {
	if p.f.report != nil {
		return p.f.report
	}
	return c.Instr
}

// Note returns what paths through the function have noted of a call; if nothing,
// they note what first returns.
func (p *Path) Note(call ssa.CallInstruction, first func() any) any {
	n, ok := p.notes[call]
	if !ok {
		n = first()
		p.notes[call] = n
	}
	return n
}

// Field returns the text in a field of what a pointer leads to.
func (p *Path) Field(ptr Value, name string) Value {
	if ptr == 0 {
		return 0
	}
	return p.load(p.t.fieldAddr(ptr, name), types.Typ[types.String])
}

// All returns all that a pointer leads to.
func (p *Path) All(ptr Value) Value {
	if ptr == 0 {
		return 0
	}
	return p.whole(ptr, p.content(ptr))
}

// List returns several values as one.
func (p *Path) List(vs ...Value) Value { return p.t.list(vs...) }

// First returns the first value of a list.
func (p *Path) First(list Value) Value { return p.t.nodes[list].a }

// IsConstant reports whether a value is a constant or nil.
func (p *Path) IsConstant(v Value) bool { return p.isSettled(v) || p.t.kind(v) == kZero }

// Happens remembers an event, a call that ends with new results, and returns
// them. Its last result is its error, its first the response.
func (p *Path) Happens(c *Call, e Event) []Value {
	results := p.fresh(c)
	e.res, e.err = results[0], results[len(results)-1]
	p.keep(e)
	return results
}

// Results returns new results of a call of which nothing else is known.
func (p *Path) Results(c *Call) []Value { return p.fresh(c) }

// Client returns what a call is made on, as far as that tells clients apart: the
// path that leads to it, whatever may have been written there meanwhile. It is 0
// where that is not known.
func (p *Path) Client(c *Call) Value {
	if len(c.regs) == 0 || c.regs[0] == nil {
		return 0
	}
	return p.trace(c.regs[0])
}

func (p *Path) trace(v ssa.Value) Value {
	switch v := v.(type) {
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Alloc, *ssa.FreeVar:
			return p.eval(v)
		case *ssa.FieldAddr:
			at := p.trace(x.X)
			if held, ok := p.s.cell(p.eval(x)); ok && held != 0 && p.t.kind(held) != kHavoc {
				return held
			}
			if at == 0 {
				return 0
			}
			return p.t.fieldAddr(at, fieldName(x.X.Type(), x.Field))
		default:
			return p.trace(v.X)
		}
	case *ssa.FieldAddr:
		if at := p.trace(v.X); at != 0 {
			return p.t.fieldAddr(at, fieldName(v.X.Type(), v.Field))
		}
		return 0
	case *ssa.Field:
		if at := p.trace(v.X); at != 0 {
			return p.t.fieldAddr(at, fieldName(v.X.Type(), v.Field))
		}
		return 0
	case *ssa.Lookup:
		return p.t.pure("client", p.trace(v.X), p.trace(v.Index))
	case *ssa.IndexAddr:
		return p.t.pure("client", p.trace(v.X), p.trace(v.Index))
	case *ssa.Call:
		// A function that returns a client returns the same one again.
		var parts []Value
		if fn := callee(v.Common()); fn != nil {
			parts = append(parts, p.t.of(node{kind: kFunc, ref: fn}))
		} else {
			parts = append(parts, p.trace(v.Call.Value))
		}
		if v.Call.IsInvoke() {
			parts = append(parts, p.trace(v.Call.Value))
		}
		for _, a := range v.Call.Args {
			parts = append(parts, p.trace(a))
		}
		return p.t.pure("client", parts...)
	case *ssa.MakeInterface:
		return p.trace(v.X)
	case *ssa.ChangeInterface:
		return p.trace(v.X)
	case *ssa.ChangeType:
		return p.trace(v.X)
	case *ssa.TypeAssert, *ssa.Extract, *ssa.Phi:
		return 0
	}
	return p.eval(v)
}
