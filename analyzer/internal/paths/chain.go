package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// chain runs the literals that a call has returned, if they hold a function that
// matters: that one runs behind what they do. It is known of them that they will be
// run, and not when, and so the path goes on as if they had not been.
func (p *Path) chain(c *Call, ways []exit) {
	for _, x := range ways {
		for _, v := range x.results {
			n := p.t.nodes[v]
			if n.kind != kClosure || n.ref.(*ssa.Function).Parent() != c.body {
				continue
			}
			q := *p
			q.s = x.s.clone()
			if !slices.ContainsFunc(q.t.elements(n.a), q.holdsRelevant) {
				continue
			}
			q.runLiteral(v, c.Instr)
		}
	}
}

// runLiteral runs a literal that was made by a call, or for whoever has called the function:
// of what it is handed then nothing is known.
func (p *Path) runLiteral(v Value, made ssa.CallInstruction) []exit {
	fn := p.t.nodes[v].ref.(*ssa.Function)
	run := &Call{Instr: made, fun: v, body: fn, sig: fn.Signature, regs: make([]ssa.Value, len(fn.Params)), inside: true, made: made}
	run.Args = p.anything(made, len(fn.Params))
	return p.look(run)
}

// anything returns what a handler is run with that a call has made or is handed: nothing is
// known of it.
func (p *Path) anything(call ssa.CallInstruction, n int) []Value {
	args := make([]Value, n)
	for i := range args {
		args[i] = p.t.of(node{kind: kSite, ref: call, a: p.f.ctx, str: "runs with " + index(i)})
	}
	return args
}

// returnsHandlers notes what the literals do that the function itself returns, if they hold
// a function that it was handed: callers know which one.
func (p *Path) returnsHandlers(results []Value) {
	for _, v := range results {
		n := p.t.nodes[v]
		if !p.check.Chains || n.kind != kClosure || n.ref.(*ssa.Function).Parent() != p.f.fn {
			continue
		}
		q := *p
		q.s = p.s.clone()
		if slices.ContainsFunc(q.t.elements(n.a), func(at Value) bool { held, _ := q.s.cell(at); return q.isHandedIn(held) }) {
			p.handles(q.runLiteral(v, nil))
		}
	}
}

// handles notes the ways in which what the function itself makes of one that it was handed
// handles a request.
func (p *Path) handles(ways []exit) {
	for _, x := range ways {
		q := *p
		q.s = x.s
		p.handled = append(p.handled, q.outcomes(nil))
	}
}

// handlesBy runs what a called function makes of one that it was handed.
func (p *Path) handlesBy(c *Call, sum *summary) {
	if p.f.up != nil || c.made != nil || !slices.ContainsFunc(c.Args, p.isRelevant) {
		return
	}
	run := *c
	run.made = c.Instr
	for i := range sum.handled {
		q := *p
		q.s = p.s.clone()
		q.applyRow(&run, sum, &sum.handled[i])
	}
}

// holdsRelevant reports whether a variable holds a function that matters.
func (p *Path) holdsRelevant(at Value) bool {
	held, ok := p.s.cell(at)
	return ok && p.isRelevant(held)
}

// adapted makes the call of a method of a function that is a value, such as
// http.HandlerFunc, one of the function.
func (p *Path) adapted(c *Call) {
	if !p.check.Chains || c.Fn == nil || c.body != nil || len(c.Args) == 0 || c.Fn.Signature().Recv() == nil {
		return
	}
	fun := c.Args[0]
	if n := p.t.nodes[fun]; n.kind == kClosure || n.kind == kFunc {
		c.Fn, c.fun, c.Args, c.regs = nil, fun, c.Args[1:], c.regs[1:]
		p.called(c, fun)
	}
}

// serves runs the methods by which a function answers requests that a call of others is
// handed as a handler: of a type of handlers that return errors, they answer for those.
func (p *Path) serves(c *Call) {
	if !p.check.Chains || p.f.up != nil || c.made != nil {
		return
	}
	for _, arg := range c.Instr.Common().Args {
		made, ok := arg.(*ssa.MakeInterface)
		if !ok {
			continue
		}
		methods, fun := servers(made.X.Type()), p.eval(made.X)
		handed := p.t.kind(fun) == kParam
		if len(methods) == 0 || !handed && !p.isRelevant(fun) {
			continue
		}
		for _, m := range methods {
			q := *p
			q.s = p.s.clone()
			sig := m.Signature()
			run := &Call{Instr: c.Instr, Fn: m, body: p.bodies[m], sig: sig, Args: append([]Value{fun}, p.anything(c.Instr, sig.Params().Len())...), regs: make([]ssa.Value, 1+sig.Params().Len()), inside: true, made: c.Instr}
			run.regs[0] = made.X
			if ways := q.enter(run); handed {
				p.handles(ways)
			}
		}
	}
}

// servers returns the methods of a type of functions by which they answer requests.
func servers(t types.Type) (list []*types.Func) {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil
	}
	if sig, ok := named.Underlying().(*types.Signature); !ok || !isFallible(sig) {
		return nil
	}
	for m := range named.Methods() {
		if library.AnswersRequest(m.Signature()) {
			list = append(list, m.Origin())
		}
	}
	return list
}
