package stytchunhandled

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// gin and hertz run the handlers of a chain one after the other, whatever a handler
// answers and whether it calls Next or not. Only Abort ends the chain.

// stopsChain is the name of the event that no handler follows, as far as is known.
const stopsChain = "stop"

// chained returns the parameter by which a handler in such a chain answers; nil if a
// signature is none.
func chained(sig *types.Signature) *types.Var {
	last := sig.Params().Len() - 1
	if sig.Results().Len() > 0 || last < 0 || last > 0 && !library.IsContext(sig.Params().At(0).Type()) || last > 1 || !library.KindOf(sig.Params().At(last).Type()).Is(library.RunsOn) {
		return nil
	}
	return sig.Params().At(last)
}

// goesOn notes the last answer to a failed call on a path that ends without an Abort, or
// where it keeps the error for others to answer.
func (c *check) goesOn(p *paths.Path) {
	if chained(p.Of().Signature) == nil || slices.ContainsFunc(p.Events(), func(o paths.Event) bool { return o.Name == stopsChain }) {
		return
	}
	events := p.Events()
	for i := range events {
		if e := &events[i]; isProof(e) && p.Ending(e) == paths.Failed {
			c.goesOnAfter(p, e)
		}
	}
}

func (c *check) goesOnAfter(p *paths.Path, e *paths.Event) {
	n := c.note(p, e.Call)
	var last ssa.CallInstruction
	failed, other := false, false
	for _, o := range p.Events() {
		status, known := p.Number(o.Subject)
		switch {
		case o.Call == e.Call:
			failed, other = true, false
		case o.Name == amiss:
			other = true
		case failed && !other && (o.Name == keeps || isAnswer(&o) && (!known || status >= 300)):
			last = o.Call
			n.kept = n.kept || o.Name == keeps
		}
	}
	if last != nil && !slices.Contains(n.answered, last) {
		n.answered = append(n.answered, last)
	}
}

// isMiddleware reports whether other handlers follow the function of a gate: that is how
// the package hands it to the framework, or it calls Next, or it keeps something for them
// and does not answer once the call succeeded. What cannot be told is none.
func (c *check) isMiddleware(g *gate) bool {
	fn := g.Call.Parent()
	if chained(fn.Signature) == nil {
		return false
	}
	place := c.chains()[fn.Syntax()]
	in := place
	if fn.Parent() != nil && !in.before && !in.last {
		in = c.chains()[fn.Parent().Syntax()]
	}
	if in.before || in.last {
		return in.before
	}
	next, sets, answers := false, false, false
	g.AfterSuccess(func(call ssa.CallInstruction, does paths.Deed) {
		if fn := paths.Callee(call.Common()); fn != nil && fn.Signature().Recv() != nil && library.KindOf(fn.Signature().Recv().Type()).Is(library.RunsOn) {
			next = next || library.Of(fn).Does == library.CallsNext
			sets = sets || fn.Name() == "Set"
		}
		results := call.Common().Signature().Results()
		answers = answers || does&paths.Responds != 0 && (results.Len() == 0 || library.IsError(results.At(results.Len()-1).Type()))
	})
	return next || sets && !answers && !place.called
}

// A chainPlace says where in the chains a function stands, or what it makes.
type chainPlace struct {
	before bool // others follow
	last   bool
	called bool // by the program itself
}

// chains returns where the functions of the package stand, as far as the package
// hands them to the framework.
func (c *check) chains() map[ast.Node]chainPlace {
	if c.inChains != nil {
		return c.inChains
	}
	c.inChains = make(map[ast.Node]chainPlace)
	note := func(n ast.Node, at chainPlace) {
		have := c.inChains[n]
		c.inChains[n] = chainPlace{have.before || at.before, have.last || at.last, have.called || at.called}
	}
	for cur := range c.root().Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn, ok := typeutil.Callee(c.info, call).(*types.Func)
		if !ok {
			continue
		}
		if d := c.decls()[fn.Origin()]; d != nil {
			note(d, chainPlace{called: true})
		}
		if !takesHandlers(fn.Signature()) || call.Ellipsis.IsValid() {
			continue
		}
		for i := fn.Signature().Params().Len() - 1; i < len(call.Args); i++ {
			before := library.Of(fn).Does == library.PutsBefore || i < len(call.Args)-1
			ast.Inspect(call.Args[i], func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					note(n, chainPlace{before: before, last: !before})
					return false
				case *ast.Ident:
					if fn, ok := c.info.Uses[n].(*types.Func); ok && c.decls()[fn.Origin()] != nil {
						note(c.decls()[fn.Origin()], chainPlace{before: before, last: !before})
					}
				}
				return true
			})
		}
	}
	return c.inChains
}

// takesHandlers reports whether a function takes any number of handlers of such a chain.
func takesHandlers(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok || !library.KindOf(last.Elem()).Is(library.Handler) {
		return false
	}
	handler := signatureOf(last.Elem())
	return handler != nil && chained(handler) != nil
}
