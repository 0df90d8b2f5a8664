package paths

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
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

// add adds an event. Where a path has many, or many that are compared, the first one ends
// with that: what is known at one point, and so each step from there, is no more than in a
// short function.
func (p *Path) add(e Event) {
	if e.Compared {
		n := 0
		for i := range slices.Backward(p.s.events) {
			if p.s.events[i].Compared {
				n++
			}
			if n == maxCompared {
				p.s.events = slices.Delete(p.s.events, i, i+1)
				break
			}
		}
	}
	if len(p.s.events) == maxEvents {
		if p.check.End != nil {
			p.check.End(p, &p.s.events[0])
		}
		p.s.events = p.s.events[1:]
	}
	p.s.events = append(p.s.events, e)
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

// Field returns what is in a field of basic type, of what a pointer leads to, or of a
// struct.
func (p *Path) Field(v Value, name string) Value {
	switch n := p.t.nodes[v]; n.kind {
	case kNothing:
		return 0
	case kBoxed:
		return p.t.field(n.a, name)
	case kWith, kZero:
		return p.t.field(v, name)
	}
	return p.load(p.t.fieldAddr(v, name), types.Typ[types.String])
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
	results := p.Results(c)
	e.res, e.err = results[0], results[len(results)-1]
	p.keep(e)
	return results
}

// Makes remembers an event, a call whose last result is an error that it makes, and
// returns its results.
func (p *Path) Makes(c *Call, e Event) []Value {
	results := p.Results(c)
	e.err, e.end = results[len(results)-1], Failed
	p.learn(e.err, isNotNil)
	p.keep(e)
	return results
}

// Remember remembers an event that neither succeeds nor fails, as the last one.
func (p *Path) Remember(e Event) {
	e.plain = true
	p.s.events = slices.DeleteFunc(p.s.events, func(o Event) bool {
		return o.Name == e.Name && o.Subject == e.Subject && o.Details == e.Details && o.Call == e.Call
	})
	p.add(e)
}

// Examine says that the error of an event was looked at. Of one that is none of the API's
// that is known.
func (p *Path) Examine(e *Event) {
	if e.seen != Foreign {
		e.seen = max(e.seen, Examined)
	}
}

// Carries reports whether a value is, or leads to, something that depends on the
// error of an event.
func (p *Path) Carries(v Value, e *Event) bool { return p.leads(v, e.err) }

// Deferred reports whether a call that is deferred knows the error of an event.
func (p *Path) Deferred(e *Event) bool {
	return slices.ContainsFunc(p.s.defers, func(d deferred) bool {
		return slices.ContainsFunc(p.t.elements(p.t.nodes[d.call.fun].a), func(place Value) bool { return p.Carries(p.content(place), e) })
	})
}

// Wraps reports whether an error is the one of an event, or is made around it.
func (p *Path) Wraps(err Value, e *Event) bool {
	return e.err != 0 && err != 0 && slices.Contains(p.Causes(err), e.err)
}

// Variable returns the package-level variable that a value was read from; nil if it
// was not.
func (p *Path) Variable(v Value) *types.Var {
	n := &p.t.nodes[v]
	if n.kind != kAt || p.t.kind(n.a) != kGlobal {
		return nil
	}
	name := p.t.nodes[n.a].str
	dot := strings.LastIndexByte(name, '.')
	for _, pkg := range append(p.pass.Pkg.Imports(), p.pass.Pkg) {
		if pkg.Path() == name[:dot] {
			obj, _ := pkg.Scope().Lookup(name[dot+1:]).(*types.Var)
			return obj
		}
	}
	return nil
}

// Has reports whether f holds for an event of the path.
func (p *Path) Has(f func(e *Event) bool) bool {
	for i := range p.s.events {
		if f(&p.s.events[i]) {
			return true
		}
	}
	return false
}

// Forget drops the events that f asks for.
func (p *Path) Forget(f func(e *Event) bool) {
	left := p.s.events[:0]
	for i := range p.s.events {
		if !f(&p.s.events[i]) {
			left = append(left, p.s.events[i])
		}
	}
	clear(p.s.events[len(left):])
	p.s.events = left
}

// Text returns a text as a value.
func (p *Path) Text(s string) Value { return p.t.of(node{kind: kConst, str: strconv.Quote(s)}) }

// Amiss reports whether a path that goes by a condition does so because something
// is amiss but for the errors of its events: there is another error, or a call or a
// look-up has brought nothing.
func (p *Path) Amiss(v Value, is bool) bool {
	for p.t.kind(v) == kNot {
		v, is = p.t.nodes[v].a, !is
	}
	n := &p.t.nodes[v]
	of := n.a
	switch {
	case n.kind == kEq && p.t.kind(n.b) == kNil:
		if isErr := library.IsErrorValue(p.typeOf(n.a)); isErr == is || !isErr && p.t.kind(n.a) != kSite {
			return false
		}
	case n.kind == kIs:
		if !is {
			return false
		}
	case n.kind == kPure && (n.str == "has" || n.str == "errors.Is"):
		if is != (n.str == "errors.Is") {
			return false
		}
		of = p.t.elements(n.a)[0]
	case n.kind == kSite && n.str != "0" && !is:
		of = v
	default:
		return false
	}
	return !p.Has(func(e *Event) bool { return p.s.ending(p.t, e) != Succeeded && p.depends(of, e.err) })
}

// Matters reports whether something that matters happens in what a call calls.
func (p *Path) Matters(c *Call) bool {
	return c.body != nil && p.matter(c.body) || c.Fn != nil && p.imported(c.Fn).matters()
}

// Conjoined reports whether the condition at a branch is only asked for because
// another one holds.
func (p *Path) Conjoined() bool {
	switch p.instr.Block().Comment {
	case "cond.true", "binop.rhs", "binop.done":
		return true
	}
	return false
}

// Disjoined reports whether the condition at a branch is only asked for because
// another one does not hold, although either would do.
func (p *Path) Disjoined() bool { return p.instr.Block().Comment == "cond.false" }

// typeOf returns the type of a value, as far as it is known.
func (p *Path) typeOf(v Value) types.Type {
	if typ := p.t.types[v]; typ != nil {
		return typ
	}
	n := &p.t.nodes[v]
	if call, ok := n.ref.(ssa.CallInstruction); ok && n.kind == kSite {
		results := call.Common().Signature().Results()
		if i, err := strconv.Atoi(n.str); err == nil && i < results.Len() {
			return results.At(i).Type()
		}
	}
	if n.kind == kWrapped || n.kind == kPure && n.str == "join" {
		return types.Universe.Lookup("error").Type()
	}
	return types.Typ[types.Invalid]
}

// Constant returns the text that a value is, if that is known.
func (p *Path) Constant(v Value) (string, bool) { return p.text(v) }

// Details returns what a check keeps of an event.
func (p *Path) Details(e *Event) []Value { return p.t.elements(e.Details) }

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
			if held, ok := p.s.cell(p.eval(x)); ok && held != 0 && p.t.kind(held) != kHavoc {
				return held
			}
		}
		return p.trace(v.X)
	case *ssa.FieldAddr:
		return p.traceField(v.X, v.Field)
	case *ssa.Field:
		return p.traceField(v.X, v.Field)
	case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType:
		return p.trace(*v.(ssa.Instruction).Operands(nil)[0])
	case *ssa.Lookup, *ssa.IndexAddr, *ssa.Call:
		// A function that returns a client returns the same one again.
		var parts []Value
		if call, ok := v.(*ssa.Call); ok && call.Call.IsInvoke() {
			parts = append(parts, p.t.of(node{kind: kFunc, ref: call.Call.Method}))
		}
		for _, op := range v.(ssa.Instruction).Operands(nil) {
			parts = append(parts, p.trace(*op))
		}
		return p.t.pure("client", parts...)
	case *ssa.TypeAssert, *ssa.Extract, *ssa.Phi:
		return 0
	}
	return p.eval(v)
}

func (p *Path) traceField(of ssa.Value, i int) Value {
	if at := p.trace(of); at != 0 {
		return p.t.fieldAddr(at, p.fieldName(of.Type(), i))
	}
	return 0
}

// Int returns an integer as a value.
func (p *Path) Int(n int64) Value { return p.t.number(n) }

// Pos returns where the path is.
func (p *Path) Pos() token.Pos { return p.instr.Pos() }

// Comes reports whether a value, or what it leads to, comes from the results of a call
// of a function.
func (p *Path) Comes(v Value, from func(fn *types.Func) bool) bool {
	if v == 0 {
		return false
	}
	return p.t.some(p.whole(v, p.content(v)), func(part Value) bool {
		n := &p.t.nodes[part]
		call, ok := n.ref.(ssa.CallInstruction)
		if !ok || n.kind != kSite {
			return false
		}
		fn := Callee(call.Common())
		return fn != nil && from(fn)
	})
}

// Instr returns the instruction that the path has come to.
func (p *Path) Instr() ssa.Instruction { return p.instr }
