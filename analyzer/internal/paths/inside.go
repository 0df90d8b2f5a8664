package paths

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

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
	return len(c.body.Blocks) <= maxBlocks && p.weight(c.body, maxDepth-p.f.depth) <= maxSteps && (p.check.Behind == nil || !p.isStub(c.body))
}

// returnsFunc reports whether all that a function returns is one that may fail, such as an
// operation that is tried again: it has to be known which.
func returnsFunc(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && isFallible(sig.Results().At(0).Type())
}

// isStub reports whether a function does nothing but return zero values: it tells nothing
// of the function that is to stand there, which may look at what it is handed.
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
