package stytchunhandled

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// step looks at an instruction that is no call.
func (c *check) step(p *paths.Path, instr ssa.Instruction) {
	if instr, ok := instr.(*ssa.Panic); ok {
		c.panics(p, instr)
	}
	does, ok := stepOf(p, instr)
	if !ok {
		return
	}
	p.Adds(uint32(does))
	c.behind(p, func(g *gate, e *paths.Event, on side) {
		if p.Outer() == e.Call {
			return // it is what the call does
		}
		s := g.at(p, on)
		s.does |= does
		switch instr := instr.(type) {
		case *ssa.Range:
			g.told = g.told || g.brings(p, e, p.Value(instr.X))
		case *ssa.BinOp:
			g.told = g.told || isRange(instr) && g.brings(p, e, p.Value(instr.Y))
			g.compares(p, e, instr)
		case *ssa.TypeAssert:
			g.asks(p, instr.X)
		case *ssa.If:
			g.branches(p, e, instr)
		case *ssa.Store:
			g.stored(p, e, on, s, instr)
		case *ssa.MapUpdate:
			if does != 0 {
				g.holds(p, e, on, s, instr.Key, instr.Value)
			}
		case *ssa.Send:
			g.holds(p, e, on, s, instr.X)
		case *ssa.Return:
			if p.Own() {
				c.returns(p, g, e, on, s, instr)
				if on == failed {
					g.goesOn(p, e)
				}
			}
		}
	})
}

// holds notes what values that are handed on have to do with a call.
func (g *gate) holds(p *paths.Path, e *paths.Event, on side, s *spot, vs ...ssa.Value) {
	for _, v := range vs {
		v := p.Value(v)
		if g.fails(p, e, v) {
			s.does |= tells
		}
		if g.brings(p, e, v) {
			s.does |= uses
		}
	}
}

// stored looks at an assignment. One to a variable of the branch itself changes
// nothing.
func (g *gate) stored(p *paths.Path, e *paths.Event, on side, s *spot, instr *ssa.Store) {
	declared, ok := p.Declared(instr.Addr)
	switch {
	case !ok:
		g.holds(p, e, on, s, instr.Val)
	case counts(instr.Val) && inLoop(g.call.Block()), p.IsError(p.Value(instr.Val), e), slices.Contains(g.errors, p.Value(instr.Val)):
	default:
		s.does |= changes
		s.gives = declared
	}
}

// compares looks at a comparison.
func (g *gate) compares(p *paths.Path, e *paths.Event, op *ssa.BinOp) {
	switch {
	case !isNilTest(op):
		g.asks(p, op.X)
		g.asks(p, op.Y)
	case p.Own():
		g.tested = g.tested || g.fails(p, e, p.Value(op.X)) || g.fails(p, e, p.Value(op.Y))
	}
}

// asks notes where the function asks which error the call has returned in the place of
// the API's: it may be one that is meant to let guests in.
func (g *gate) asks(p *paths.Path, err ssa.Value) {
	if slices.Contains(g.errors, p.Value(err)) && (p.Own() || p.Instr().Parent().Signature.Results().Len() > 0) {
		g.told = true
	}
}

// isRange reports whether an operation asks whether a range loop is at its end. What is
// done for each element of a response is not done for an empty one.
func isRange(op *ssa.BinOp) bool {
	_, length := op.Y.(*ssa.Call)
	return op.Op == token.LSS && strings.HasPrefix(op.Block().Comment, "rangeindex") && length
}

// isNilTest reports whether an operation compares something with nil.
func isNilTest(op *ssa.BinOp) bool {
	y, ok := op.Y.(*ssa.Const)
	if x, is := op.X.(*ssa.Const); is && x.IsNil() {
		return true
	}
	return ok && y.IsNil()
}

// branches looks at a condition that the path goes by.
func (g *gate) branches(p *paths.Path, e *paths.Event, instr *ssa.If) {
	cond := p.Value(instr.Cond)
	of, isNil := p.NilTest(cond)
	switch {
	case p.IsError(of, e), p.Wraps(of, e), slices.Contains(g.errors, of):
	case p.IsResponse(of, e):
		g.told = g.told || mayBeNil(e.Call)
	case slices.Contains(g.brought, of):
		g.told = true
	case p.Carries(cond, e):
		g.told = g.told || p.Own()
	case g.brings(p, e, cond):
		call := p.MadeBy(of)
		if call == nil || !library.ReturnsError(call.Common().Signature()) {
			g.told = true
			return
		}
		l := lookup{failing: instr.Block().Succs[0], acts: call.Common().Signature().Results().Len() == 1}
		if isNil {
			l.failing = instr.Block().Succs[1]
		}
		if !slices.Contains(g.lookups, l) {
			g.lookups = append(g.lookups, l)
		}
	}
}

// mayBeNil reports whether a call may return no response when the API has refused:
// the methods of clients do not since v3.
func mayBeNil(call ssa.CallInstruction) bool {
	fn, ok := callee(call).(*types.Func)
	if !ok || fn.Name() != "Authenticate" || fn.Pkg() == nil || !sdk.InModule(fn.Pkg().Path()) {
		return true
	}
	major := sdk.CallMajor(fn)
	return major == "" || major == "v2"
}

// callee returns what declares the function that a call names; nil if it calls a
// value.
func callee(call ssa.CallInstruction) types.Object {
	c := call.Common()
	switch {
	case c.IsInvoke():
		return c.Method
	case c.StaticCallee() != nil:
		return c.StaticCallee().Object()
	}
	return nil
}

// returns looks at what the function returns.
func (c *check) returns(p *paths.Path, g *gate, e *paths.Event, on side, s *spot, instr *ssa.Return) {
	var results []paths.Value
	for _, r := range instr.Results {
		results = append(results, p.Value(r))
	}
	n := len(results)
	if n == 0 {
		return
	}
	s.hands(p, on, results)
	sig := p.Of().Signature.Results()
	wellIfNil := library.IsError(sig.At(n - 1).Type())
	well := wellIfNil && p.IsNil(results[n-1])
	for i, v := range results {
		if g.fails(p, e, v) {
			s.does |= tells
		}
		if i < n-1 && well && g.brings(p, e, v) {
			s.does |= uses
		}
	}
	if isHandler(p.Of().Signature) || c.pass.Pkg.Name() == "main" {
		return // what it returns says nothing
	}
	if well && (n == 1 || !p.IsEmpty(results[0])) || !wellIfNil && p.IsTrue(results[n-1]) {
		s.does |= approves
	}
	if call := p.MadeBy(results[n-1]); wellIfNil && call != nil && call != e.Call && call.Parent() == p.Of() {
		g.ends(p, e, on, s, call)
	}
}

// ends looks at a call whose results the function returns: it does what is to be done for
// somebody who is signed in. One that is handed what tells who that is, and nothing else,
// may be a look-up, which finds nothing for nobody.
func (g *gate) ends(p *paths.Path, e *paths.Event, on side, s *spot, call ssa.CallInstruction) {
	brings, others := false, false
	args := call.Common().Args
	if !call.Common().IsInvoke() && call.Common().Signature().Recv() != nil {
		args = args[1:]
	}
	for _, arg := range args {
		_, constant := arg.(*ssa.Const)
		is := g.brings(p, e, p.Value(arg)) || on == failed && !constant && p.IsEmpty(p.Value(arg))
		brings = brings || is
		others = others || !is && !isContext(arg.Type())
	}
	switch {
	case !brings && callee(call) != nil:
		s.does |= approves
	case brings && others:
		s.does |= uses
	}
}

// isHandler reports whether a function answers by a parameter.
func isHandler(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		if isResponder(param.Type()) {
			return true
		}
	}
	return false
}

// does looks at a call that is not looked into.
func (c *check) does(p *paths.Path, call *paths.Call) {
	if signsOut(p, call) && !hasFailed(p) {
		c.signsOut[p.Of()] = true
	}
	does := deedOf(p, call)
	if p.Rule(call.Fn).Does != library.Answers { // which is an event
		p.Adds(uint32(does))
	}
	c.behind(p, func(g *gate, e *paths.Event, on side) {
		if p.Outer() == e.Call {
			g.repeated = g.repeated || p.Own() && on&succeeded != 0
			return
		}
		s := g.at(p, on)
		s.does |= does
		if does&(logged|counted) != 0 {
			return
		}
		if isOfErrors(p.Rule(call.Fn).Does) {
			for _, arg := range call.Instr.Common().Args {
				g.asks(p, arg)
			}
		}
		s.hands(p, on, call.Args)
		brings := false
		for _, v := range call.Args {
			brings = brings || g.brings(p, e, v)
			if g.fails(p, e, v) {
				s.does |= tells
			}
		}
		switch {
		case !brings:
		case does&(responds|callsNext) != 0, p.Rule(call.Fn).Does == library.SameValue, does&(acts|touches) != 0 && isForItsDeed(call.Instr):
			s.does |= uses
		}
	})
	if does&stops != 0 && ginParam(p.Of()) != nil {
		p.Remember(paths.Event{Name: stopsChain, Subject: p.Text("stopped")})
	}
}

// answeredIn looks at an answer in a function that is not looked into.
func (c *check) answeredIn(p *paths.Path, answer *paths.Event) {
	status, _ := p.Number(answer.Subject)
	c.behind(p, func(g *gate, e *paths.Event, on side) {
		if p.Outer() != e.Call {
			g.at(p, on).does |= answering(status)
		}
	})
}

// isForItsDeed reports whether a call is there for what it does: its results are left
// alone, or are nothing but an error.
func isForItsDeed(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	return results.Len() == 0 || isUnused(call.Value()) || results.Len() == 1 && library.IsError(results.At(0).Type())
}

func isUnused(v *ssa.Call) bool {
	if v == nil {
		return true
	}
	for _, r := range *v.Referrers() {
		if e, ok := r.(*ssa.Extract); !ok || len(*e.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// back looks at how a call ended. Where it returns none although it failed, the failure
// was seen to.
func (c *check) back(p *paths.Path, call *paths.Call, results []paths.Value) {
	c.behind(p, func(g *gate, e *paths.Event, on side) {
		if e.Call != call.Instr {
			return
		}
		last := len(results) - 1
		for _, v := range results[:last] {
			if p.MadeBy(v) == call.Instr && !slices.Contains(g.brought, v) {
				g.brought = append(g.brought, v)
			}
		}
		switch err := results[last]; {
		case on&failed == 0:
		case p.Carries(err, e):
		case !p.IsFailure(err):
			g.told = true
		case !slices.Contains(g.errors, err):
			g.errors = append(g.errors, err)
		}
	})
}
