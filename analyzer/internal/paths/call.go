package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A Call is a call that a path comes to, with what it hands over.
type Call struct {
	Instr ssa.CallInstruction
	Fn    *types.Func // nil if that is not known
	Args  []Value     // the receiver first, if there is one

	body *ssa.Function // of a function that can be looked into, or nil
	impl *types.Func   // the method that one of an interface means, if that is known
	any  []*types.Func // those of which it means one
	fun  Value         // the function as a value, if it is one
	regs []ssa.Value   // of the arguments
	sig  *types.Signature

	inside bool                // the function that is called runs this one
	made   ssa.CallInstruction // the literal is run where this call has made it
}

// Param returns what a method is handed as one of its parameters; 0 if that is not known.
func (c *Call) Param(i int) Value {
	if i < 0 || i+1 >= len(c.Args) {
		return 0
	}
	return c.Args[i+1]
}

// Results returns the types of what a call returns.
func (c *Call) Results() *types.Tuple { return c.sig.Results() }

// resolve finds out what a call calls.
func (p *Path) resolve(instr ssa.CallInstruction) *Call {
	common := instr.Common()
	c := &Call{Instr: instr, Fn: Callee(common), regs: common.Args, sig: common.Signature()}
	switch {
	case common.IsInvoke():
		c.regs = append([]ssa.Value{common.Value}, common.Args...)
	case c.Fn != nil:
		c.body = original(common.StaticCallee())
	default:
		c.fun = p.eval(common.Value)
	}
	c.Args = make([]Value, len(c.regs))
	for i, r := range c.regs {
		c.Args[i] = p.eval(r)
	}
	p.called(c, c.fun)
	p.meant(c)
	p.adapted(c)
	return c
}

// called makes a call one of a function that is a value.
func (p *Path) called(c *Call, fun Value) {
	switch n := p.t.nodes[fun]; n.kind {
	case kClosure:
		c.body = n.ref.(*ssa.Function)
	case kFunc:
		c.Fn = n.ref.(*types.Func)
		c.body = p.bodies[c.Fn]
		if n.a != 0 {
			c.Args = append([]Value{n.a}, c.Args...)
			c.regs = append([]ssa.Value{nil}, c.regs...)
		}
		p.meant(c)
	}
}

// call runs a call, and returns the ways in which it may have ended.
func (p *Path) call(c *Call) []exit {
	p.does(c)
	if b, ok := c.Instr.Common().Value.(*ssa.Builtin); ok {
		return p.one(p.builtin(b.Name(), c))
	}
	if c.Fn != nil {
		results, ok := p.check.Call(p, c)
		switch {
		case p.graphs.NeverReturns(c.Fn):
			return nil
		case ok:
			return p.one(results...)
		}
		row := p.Rule(c.Fn)
		if row.Does == library.JoinErrors {
			return p.join(c, row)
		}
		if results, ok := p.known(c, row); ok {
			return p.one(results...)
		}
		if row.Does == library.Starts && p.check.Inside && p.isRelevant(c.Args[c.place(row.Arg)]) {
			return p.starts(c, row)
		}
		if row.Does == library.RetryAll || row.Does == library.RetryMarked {
			return p.retryCall(c, row.Does)
		}
	}
	return p.enter(c)
}

// one returns the only way in which a call ends.
func (p *Path) one(results ...Value) []exit { return []exit{{p.s, results}} }

// enter runs a call of a function of the program: looked into, by what is known
// of it, or as one that may do anything.
func (p *Path) enter(c *Call) []exit {
	if len(c.any) > 0 {
		var ways []exit
		for _, m := range c.any {
			q := *p
			q.s = p.s.clone()
			one := *c
			one.any = nil
			q.means(&one, m)
			q.does(&one)
			ways = append(ways, q.enter(&one)...)
		}
		return ways
	}
	if p.looksInto(c) {
		return p.look(c)
	}
	if sum := p.summaryOf(p.walk, c); sum != nil {
		return p.apply(c, sum)
	}
	if p.t.kind(c.fun) == kParam && isFallible(c.sig) {
		return p.callBack(c)
	}
	return p.unknown(c)
}

// unknown runs a call of which nothing is known: its results are new, and what it
// was handed may have been looked at, and written to.
func (p *Path) unknown(c *Call) []exit {
	if c.Fn == nil || !library.OnlyTells(c.Fn) && !p.Rule(c.Fn).Answers() {
		p.escapes(c.Args...)
	}
	p.serves(c)
	errs := p.broughtBy(c.Args)
	p.disturbed(c, errs, nil)
	results := p.Results(c)
	for _, r := range results {
		p.comesFrom(r, errs)
	}
	return p.one(results...)
}

// Results returns new results of a call of which nothing else is known.
func (p *Path) Results(c *Call) []Value {
	tuple := c.sig.Results()
	results := make([]Value, tuple.Len())
	for i := range results {
		if tuple.Len() == 1 && isBoolean(tuple.At(0).Type()) && c.Fn != nil {
			// Asked again, with nothing changed, it says the same again.
			results[i] = p.t.pure(nameOf(c.Fn)+"?", c.Args...)
			p.renew(results[i])
		} else {
			results[i] = p.t.of(node{kind: kSite, ref: c.Instr, a: p.f.ctx, str: index(i)})
			p.forget(results[i])
		}
	}
	return results
}

// renew forgets what the call that is run has said the last time that it ran, but
// for what it shares with other calls that have not run since.
func (p *Path) renew(v Value) {
	ran := p.t.of(node{kind: kRegister, ref: p.instr, a: p.f.ctx, str: "ran"})
	if _, ok := p.s.cell(ran); ok {
		p.s.conds = slices.DeleteFunc(p.s.conds, func(c cond) bool { return p.t.holds(c.v, v) })
		p.s.links = slices.DeleteFunc(p.s.links, func(l link) bool { return p.t.holds(l.v, v) })
	}
	p.s.setCell(ran, p.t.boolean(true))
}

// builtin runs a call of a builtin function.
func (p *Path) builtin(name string, c *Call) Value {
	switch name {
	case "ssa:deferstack":
		return 0
	case "len", "cap", "min", "max", "real", "imag", "complex":
		if slices.Contains(c.Args, 0) {
			return 0
		}
		return p.t.pure(name, c.Args...)
	case "copy", "clear", "delete":
		p.havoc(c.Args[0])
	case "append":
		v := p.site(name)
		p.comesFrom(v, p.broughtBy(c.Args))
		return v
	}
	return p.site(name)
}

// join joins errors, in each way in which those of events among them may have
// ended.
func (p *Path) join(c *Call, row library.Row) []exit {
	ways := []exit{{s: p.s}}
	for _, arg := range c.Args {
		for _, err := range p.causesIn(p.asLeft(arg)) {
			null := p.isNull(err)
			for i := range ways {
				q := *p
				q.s = ways[i].s
				if _, known := q.Truth(null); known || !q.isEventError(err) {
					continue
				}
				other := q
				other.s = q.s.clone()
				if other.assume(null, true) {
					ways = append(ways, exit{s: other.s})
				}
				q.assume(null, false)
			}
		}
	}
	for i := range ways {
		q := *p
		q.s = ways[i].s
		ways[i].results, _ = q.known(c, row)
	}
	return ways
}

// nameOf returns the name of a function: with the path of its package, without a
// major version, and the receiver's type.
func nameOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return fn.Name()
	}
	if recv := fn.Signature().Recv(); recv != nil {
		if name := library.Type(recv.Type()); name != "" {
			return name + "." + fn.Name()
		}
	}
	return library.Path(fn.Pkg().Path()) + "." + fn.Name()
}

// isFallible reports whether t is a function whose last result is an error.
func isFallible(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && library.ReturnsError(sig)
}
