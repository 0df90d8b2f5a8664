package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
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

// looksInto reports whether a function is run in the state of its caller: a
// literal, one that is handed a function that matters, or returns one, and short ones
// that do nothing else that matters.
func (p *Path) looksInto(c *Call) bool {
	if c.body == nil || len(c.body.Blocks) == 0 || p.f.depth >= maxDepth {
		return false
	}
	for f := p.f; f != nil; f = f.up {
		if f.fn == c.body {
			return false
		}
	}
	if p.isTooMuch(c.body) {
		return false
	}
	switch {
	case c.body.Parent() != nil, slices.ContainsFunc(c.Args, p.isRelevant):
		return true
	case p.matter(c.body):
		return p.check.Inside || returnsFunc(c.sig)
	}
	return len(c.body.Blocks) <= maxBlocks && p.weight(c.body, maxDepth-p.f.depth) <= maxSteps && (p.check.Unknown == nil || !p.isStub(c.body))
}

// returnsFunc reports whether all that a function returns is one that may fail, such as an
// operation that is tried again: it has to be known which.
func returnsFunc(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && isFallible(sig.Results().At(0).Type())
}

// isStub reports whether a function does nothing but return zero values: to a check that is
// told of unknown calls, it tells nothing of the function that is to stand there.
func (p *Path) isStub(fn *ssa.Function) bool {
	results := fn.Signature.Results().Len()
	loads := 0
	for _, instr := range fn.Blocks[0].Instrs {
		switch instr := instr.(type) {
		case *ssa.Alloc, *ssa.DebugRef, *ssa.RunDefers, *ssa.Return:
		case *ssa.Call:
			if _, ok := instr.Call.Value.(*ssa.Builtin); !ok {
				return false
			}
		case *ssa.Store:
			if c, ok := instr.Val.(*ssa.Const); ok && !p.isEmpty(p.eval(c)) {
				return false
			}
		case *ssa.UnOp:
			loads++
		default:
			return false
		}
	}
	return len(fn.Blocks) == 1 && results > 0 && loads == results // and no parameters
}

// isRelevant reports whether a value is a function that matters, or a literal that
// names a variable with one, or with a parameter that may fail.
func (p *Path) isRelevant(v Value) bool {
	n := p.t.nodes[v]
	switch n.kind {
	case kClosure:
		return p.matter(n.ref.(*ssa.Function)) || slices.ContainsFunc(p.t.elements(n.a), func(at Value) bool {
			held, _ := p.s.cell(at)
			return p.t.kind(held) == kClosure && p.matter(p.t.nodes[held].ref.(*ssa.Function)) || p.isHandedIn(held)
		})
	case kFunc:
		fn := n.ref.(*types.Func)
		if body := p.bodies[fn]; body != nil {
			return p.matter(body)
		}
		return p.imported(fn).matters()
	}
	return false
}

// isHandedIn reports whether a value is a parameter of the function that is walked, and may
// fail.
func (p *Path) isHandedIn(v Value) bool {
	i := slices.Index(p.params(), v)
	return p.t.kind(v) == kParam && i >= 0 && isFallible(p.root().fn.Params[i].Type())
}

// isTooMuch reports whether a function could not be followed by itself, and so
// cannot be in the state of a caller, either.
func (p *Path) isTooMuch(fn *ssa.Function) bool {
	if _, now := p.turns[fn]; now || fn.Parent() != nil || !p.matter(fn) {
		return false
	}
	sum := p.summary(p.walk, fn)
	return sum == nil || sum.steps > maxSteps
}

// look runs a function in the state of its caller.
func (p *Path) look(c *Call) []exit {
	f := &frame{
		function: p.prepare(c.body),
		ctx:      p.t.of(node{kind: kFrame, ref: c.Instr, a: p.f.ctx}),
		up:       p.f,
		from:     p.instr,
		params:   c.Args,
		args:     c.regs,
		depth:    p.f.depth + 1,
		again:    p.f.again,
		errors:   p.f.errors,
	}
	if n := p.t.nodes[c.fun]; n.kind == kClosure {
		f.free = p.t.elements(n.a)
	}
	f.report, f.made = p.reportAt(c), c.made
	ways := p.run(f, p.s)
	if p.check.Chains && p.f.up == nil {
		p.chain(c, ways)
	}
	return ways
}

// reportAt returns where what a function does that is called is reported: at the
// call, or if nil, where it does it. That is what literals do which are called on
// the spot, or handed to another function.
func (p *Path) reportAt(c *Call) ssa.CallInstruction {
	if c.body != nil && c.body.Parent() != nil {
		if c.body.Parent() != p.f.fn || c.inside {
			f := p.f
			for f != nil && f.fn != c.body.Parent() {
				f = f.up
			}
			if f == nil {
				return nil
			}
			return f.report
		}
		if _, spot := c.Instr.Common().Value.(*ssa.MakeClosure); spot || c.Instr.Common().Value == c.body {
			return p.f.report
		}
	} else if c.inside || c.fun != 0 && p.f.up != nil {
		return p.f.made
	}
	if p.f.report != nil {
		return p.f.report
	}
	return c.Instr
}

// unknown runs a call of which nothing is known: its results are new, and what it
// was handed may have been written to.
func (p *Path) unknown(c *Call) []exit {
	if p.check.Unknown != nil {
		p.check.Unknown(p, c)
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

// disturbed says that a call may have written to all that it was handed, or to
// what the parameters in writes lead to, and to what others can reach.
func (p *Path) disturbed(c *Call, errs Value, writes map[string]bool) {
	if c.Fn != nil && p.lends(c.Fn) {
		return
	}
	for i, v := range c.Args {
		if p.isStable(c, i) || p.isEventError(v) || writes != nil && !writes[index(i)] || c.regs[i] != nil && isFlat(c.regs[i].Type()) {
			continue
		}
		if left := p.havoc(v); left != 0 {
			p.comesFrom(left, errs)
		}
	}
	if c.Fn == nil {
		// What a field calls may know the struct.
		if load, ok := c.Instr.Common().Value.(*ssa.UnOp); ok {
			if field, ok := load.X.(*ssa.FieldAddr); ok {
				p.havoc(p.eval(field.X))
			}
		}
	}
	p.disturb()
}

// lends reports whether a function keeps nothing that it is handed, and writes to
// nothing of it but what a rule says.
func (e *engine) lends(fn *types.Func) bool {
	row := e.Rule(fn)
	return row.Is(library.ReadsOnly) || row.Does == library.ErrorAs || fn.Pkg() != nil && sdk.InModule(fn.Pkg().Path())
}

// isStable reports whether what is handed over as argument i stays as it is,
// whoever gets it: requests and the contexts of web frameworks.
func (e *engine) isStable(c *Call, i int) bool {
	r := c.regs[i]
	if r == nil {
		return false
	}
	if i == 0 && c.Fn != nil && e.Rule(c.Fn).Is(library.Writes) {
		return false
	}
	for {
		m, ok := r.(*ssa.MakeInterface)
		if !ok {
			break
		}
		r = m.X
	}
	return library.KindOf(r.Type()).Is(library.Lasting)
}

// broughtBy returns the results of calls that values depend on, as a list.
func (p *Path) broughtBy(vs []Value) Value {
	var list []Value
	for i := range p.s.events {
		e := &p.s.events[i]
		for _, r := range [...]Value{e.err, e.res} {
			if r != 0 && slices.ContainsFunc(vs, func(v Value) bool { return p.depends(v, r) || p.leadsTo(v, r) }) {
				list = append(list, r)
			}
		}
	}
	for _, i := range p.f.errors {
		if param := p.params()[i]; slices.ContainsFunc(vs, func(v Value) bool { return p.depends(v, param) || p.leadsTo(v, param) }) {
			list = append(list, param)
		}
	}
	return p.t.list(list...)
}

// leadsTo reports whether what a place holds depends on a result, such as the
// slice of a variadic call.
func (p *Path) leadsTo(v, r Value) bool {
	if p.t.kind(v) != kAlloc {
		return false
	}
	return slices.ContainsFunc(p.s.cells, func(c cell) bool { return p.t.lies(c.at, v) && p.depends(c.val, r) })
}

// comesFrom says that a value may depend on the results of calls.
func (p *Path) comesFrom(v, errs Value) {
	if v != 0 {
		p.s.setLink(v, errs)
	}
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
