package stytchunhandled

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// gin and hertz run the handlers of a chain one after the other, whatever a handler
// answers and whether it calls Next or not. Only Abort ends the chain.

// stopsChain is the name of the event that no handler follows, as far as is known.
const stopsChain = "stop"

// goesOn notes the last answer to a failed call on a path that ends without an Abort, or
// where it keeps the error for others to answer.
func (c *check) goesOn(p *paths.Path) {
	if answers.Chained(p.Of().Signature) == nil || p.Has(func(o *paths.Event) bool { return o.Name == stopsChain }) {
		return
	}
	for _, e := range p.Events() {
		if !e.Compared || p.Ending(&e) != paths.Failed {
			continue
		}
		if n := c.note(p, e.Call).proof; n != nil { // or it is another function's
			n.goesOnAfter(p, e.Call)
		}
	}
}

// goesOnAfter notes the last answer to the failure of a call.
func (g *proof) goesOnAfter(p *paths.Path, call ssa.CallInstruction) {
	var last ssa.CallInstruction
	failed, other := false, false
	for _, o := range p.Events() {
		status, known := p.Number(o.Subject)
		switch {
		case o.Call == call:
			failed, other = true, false
		case o.Name == amiss:
			other = true
		case failed && !other && (o.Name == keeps || o.Name == given && (!known || status >= 300)):
			last = o.Call
			g.kept = g.kept || o.Name == keeps
		}
	}
	if last != nil && !slices.Contains(g.answered, last) {
		g.answered = append(g.answered, last)
	}
}

// isMiddleware reports whether other handlers follow the function of a proof: that is how
// the package hands it to the framework, or it calls Next, or it keeps something for them
// and does not answer once the call succeeded. What cannot be told is none.
func (c *check) isMiddleware(g *proof) bool {
	fn := g.Call.Parent()
	if answers.Chained(fn.Signature) == nil {
		return false
	}
	if is, known := c.pkg.Precedes(fn); known {
		return is
	}
	next, sets, responds := false, false, false
	g.AfterSuccess(func(call ssa.CallInstruction, does paths.Deed) {
		if fn := paths.Callee(call.Common()); fn != nil && fn.Signature().Recv() != nil && library.KindOf(fn.Signature().Recv().Type()).Is(library.RunsOn) {
			next = next || library.Of(fn).Does == library.CallsNext
			sets = sets || fn.Name() == "Set"
		}
		results := call.Common().Signature().Results()
		responds = responds || does&paths.Responds != 0 && (results.Len() == 0 || library.IsError(results.At(results.Len()-1).Type()))
	})
	return next || sets && !responds && c.pkg.IsValue(fn)
}
