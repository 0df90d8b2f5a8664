package stytchunhandled

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/answers"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/catalog"
)

// A proof is a call that proves who somebody is. It lets everybody in if the paths on
// which it failed do what those do on which it succeeded, and nothing else but to log, to
// count, and to answer.
type proof struct {
	*paths.Behind
	op       catalog.Operation
	crowded  bool                  // another call proves who somebody is, too
	answered []ssa.CallInstruction // the answers to its failure after which gin goes on
	kept     bool                  // one of them keeps the error for others to answer
}

// A deed is something done for somebody who is signed in.
type deed struct {
	does paths.Deed
	says string
}

// letIn are those deeds. What says most is first.
var letIn = []deed{
	{paths.Uses, "uses the response"},
	{paths.CallsNext, "calls the next handler"},
	{paths.Responds, "answers"},
	{paths.Approves, "returns"},
}

// counting returns what counts as done for somebody who is signed in: beside another
// proof only what needs this one, and not to return where it is tried again.
func (g *proof) counting() []paths.Deed {
	var list []paths.Deed
	for _, d := range letIn {
		if (d.does == paths.Uses || !g.crowded) && (!g.Repeated || d.does&(paths.Responds|paths.Approves) == 0) {
			list = append(list, d.does)
		}
	}
	return list
}

// proves notes a call that proves who somebody is, and that another one on the path does
// so, too: then neither need, but for those that a second factor was asked for beside.
func (c *check) proves(p *paths.Path, e *paths.Event) {
	op, _ := operation(e)
	e.Compared = outcomes[op.Outcome].proves
	if !e.Compared || e.Call.Parent() != p.Of() {
		return
	}
	n := c.note(p, e.Call)
	if n.proof == nil {
		n.proof = &proof{op: op}
	}
	events := p.Events()
	for i := range events {
		o := &events[i]
		if !o.Compared || o.Call == e.Call {
			continue
		}
		if other := c.note(p, o.Call).proof; other != nil {
			other.crowded = true
		}
		n.proof.crowded = n.proof.crowded || o.Name == e.Name || p.Ending(o) != paths.Succeeded || renews(op)
	}
}

// renews reports whether an operation asks for what another one has left behind: who
// has a session was signed in, and it may be made to last longer.
func renews(op catalog.Operation) bool {
	return strings.Contains(op.Outcome, "session") || strings.Contains(op.Outcome, "JWT") || strings.Contains(op.Outcome, "access token")
}

// does looks at a call that is not looked into.
func (c *check) does(p *paths.Path, call *paths.Call, does paths.Deed) {
	if c.ends(p, call) && !p.Has(func(e *paths.Event) bool { return e.Compared && p.Ending(e) == paths.Failed }) {
		c.signsOut[p.Of()] = true // and the browser is not just to forget what was refused
	}
	if does&paths.Stops != 0 && answers.Chained(p.Of().Signature) != nil {
		p.Remember(paths.Event{Name: stopsChain, Subject: p.Text("stopped")})
	}
}
