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
	"github.com/stytchlint/stytchlint/catalog"
)

// A gate is a call that proves who somebody is, with what is done behind it. It lets
// everybody in if the paths on which it failed do what those do on which it succeeded,
// and nothing else but to log, to count, and to answer.
type gate struct {
	call     ssa.CallInstruction
	op       catalog.Operation
	spots    map[paths.Spot]*spot
	lookups  []lookup
	errors   []paths.Value // that the call returns in the place of the API's
	tests    []token.Pos   // where it is asked whether there is an error
	told     bool          // something else may tell a failure from a success
	repeated bool          // the call is made again although it succeeded
	crowded  bool          // another call proves who somebody is, too

	answered []ssa.CallInstruction // the answers after which gin goes on
}

// A side says which paths come to a spot.
type side uint8

const (
	failed side = 1 << iota
	succeeded
	both = failed | succeeded
)

// A spot is an instruction behind a gate.
type spot struct {
	on    side
	does  deed               // on any path
	after [2]deed            // on those where the call failed, and where it succeeded
	given [2][][]paths.Value // what is handed on then, by argument
	outer ssa.Instruction    // in the function itself
	gives paths.Spot         // where the variable was declared that gets another value
}

// A lookup is a branch by the error of a call that was handed a part of the response.
type lookup struct {
	failing *ssa.BasicBlock
	acts    bool // the call returns nothing else, and so is there for what it does
}

// behind calls f for each gate that the path has come through, with what is known of
// how its call ended.
func (c *check) behind(p *paths.Path, f func(g *gate, e *paths.Event, on side)) {
	events := p.Events()
	for i := range events {
		e := &events[i]
		op, ok := proof(e)
		later := slices.ContainsFunc(events[i+1:], func(o paths.Event) bool { _, ok := proof(&o); return ok && o.Call == e.Call })
		if !ok || later || e.Call.Parent() != p.Of() || !returnsError(e.Call.Common().Signature()) {
			continue
		}
		n := c.note(p, e.Call)
		if n.gate == nil {
			n.gate = &gate{call: e.Call, op: op, spots: make(map[paths.Spot]*spot)}
		}
		g := n.gate
		g.crowded = g.crowded || isCrowded(p, events, i)
		f(g, e, sideOf(p.Ending(e)))
	}
}

// proof returns the operation that an event asks for, if that proves who somebody is.
func proof(e *paths.Event) (catalog.Operation, bool) {
	op, ok := operation(e)
	return op, ok && outcomes[op.Outcome].proves
}

func sideOf(e paths.Ending) side {
	switch e {
	case paths.Failed:
		return failed
	case paths.Succeeded:
		return succeeded
	}
	return both
}

// isCrowded reports whether another call on the path proves who somebody is, so that
// this one need not: but for those that a second factor was asked for beside.
func isCrowded(p *paths.Path, events []paths.Event, i int) bool {
	for j := range events {
		o := &events[j]
		if _, ok := proof(o); !ok || o.Call == events[i].Call {
			continue
		}
		op, _ := proof(&events[i])
		if j > i || o.Name == events[i].Name || p.Ending(o) != paths.Succeeded || renews(op) {
			return true
		}
	}
	return false
}

// renews reports whether an operation asks for what another one has left behind: who
// has a session was signed in, and it may be made to last longer.
func renews(op catalog.Operation) bool {
	return strings.Contains(op.Outcome, "session") || strings.Contains(op.Outcome, "JWT") || strings.Contains(op.Outcome, "access token")
}

// at returns what is known of where the path is.
func (g *gate) at(p *paths.Path, on side) *spot {
	s := g.spots[p.Spot()]
	if s == nil {
		s = &spot{outer: p.Outer()}
		g.spots[p.Spot()] = s
	}
	s.on |= on
	return s
}

// add adds what is done there.
func (s *spot) add(on side, d deed) {
	s.does |= d
	for i := range s.after {
		if on&(1<<i) != 0 {
			s.after[i] |= d
		}
	}
}

// hands notes what is handed on there.
func (s *spot) hands(p *paths.Path, on side, vs []paths.Value) {
	for i := range s.given {
		if on&(1<<i) == 0 {
			continue
		}
		if s.given[i] == nil {
			s.given[i] = make([][]paths.Value, len(vs))
		}
		for j, v := range vs {
			if v = p.Left(v); j < len(s.given[i]) && !slices.Contains(s.given[i][j], v) {
				s.given[i][j] = append(s.given[i][j], v)
			}
		}
	}
}

// differs reports whether something else is done after a failure than after a success:
// it is answered in another way, or other values are handed on, as far as they are known.
func (s *spot) differs() bool {
	const kind = callsNext | responds | approves | refuses | makes | stops
	if s.after[0]&kind != s.after[1]&kind {
		return true
	}
	for j := range min(len(s.given[0]), len(s.given[1])) {
		a, b := s.given[0][j], s.given[1][j]
		if !slices.Contains(a, 0) && !slices.Contains(b, 0) && !slices.ContainsFunc(a, func(v paths.Value) bool { return slices.Contains(b, v) }) {
			return true
		}
	}
	return false
}

// step looks at an instruction that is no call.
func (c *check) step(p *paths.Path, instr ssa.Instruction) {
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
		s.add(on, does)
		switch instr := instr.(type) {
		case *ssa.Range:
			g.told = g.told || p.Brings(p.Value(instr.X), e)
		case *ssa.BinOp:
			g.told = g.told || isRange(instr) && p.Brings(p.Value(instr.Y), e)
			g.compares(p, e, instr)
		case *ssa.TypeAssert:
			g.asks(p, e, instr.X)
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

// fails reports whether a value is, or leads to, something made of the error of the
// call.
func (g *gate) fails(p *paths.Path, e *paths.Event, v paths.Value) bool {
	return p.Fails(v, e) || slices.ContainsFunc(g.errors, func(err paths.Value) bool { return p.Leads(v, err) })
}

// holds notes what values that are handed on have to do with a call.
func (g *gate) holds(p *paths.Path, e *paths.Event, on side, s *spot, vs ...ssa.Value) {
	for _, v := range vs {
		v := p.Value(v)
		if g.fails(p, e, v) {
			s.add(on, tells)
		}
		if p.Brings(v, e) {
			s.add(on, uses)
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
		s.add(on, changes)
		s.gives = declared
	}
}

// compares looks at a comparison.
func (g *gate) compares(p *paths.Path, e *paths.Event, op *ssa.BinOp) {
	switch {
	case !isNilTest(op):
		g.asks(p, e, op.X)
		g.asks(p, e, op.Y)
	case p.Own() && !slices.Contains(g.tests, op.Pos()) && (g.fails(p, e, p.Value(op.X)) || g.fails(p, e, p.Value(op.Y))):
		g.tests = append(g.tests, op.Pos())
	}
}

// asks notes where the function asks which error the call has returned in the place of
// the API's: it may be one that is meant to let guests in.
func (g *gate) asks(p *paths.Path, e *paths.Event, err ssa.Value) {
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
	case p.Fails(cond, e):
		g.told = g.told || p.Own()
	case p.Brings(cond, e):
		call := p.MadeBy(of)
		if call == nil || !returnsError(call.Common().Signature()) {
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
	wellIfNil := isError(sig.At(n - 1).Type())
	well := wellIfNil && p.IsNil(results[n-1])
	for i, v := range results {
		if g.fails(p, e, v) {
			s.add(on, tells)
		}
		if i < n-1 && well && p.Brings(v, e) {
			s.add(on, uses)
		}
	}
	if isHandler(p.Of().Signature) || c.pass.Pkg.Name() == "main" {
		return // what it returns says nothing
	}
	if well && (n == 1 || !p.IsEmpty(results[0])) || !wellIfNil && p.IsTrue(results[n-1]) {
		s.add(on, approves)
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
	if signsOut(p, call) {
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
		s.add(on, does)
		if does&(logged|counted) != 0 {
			return
		}
		if isOfErrors(p.Rule(call.Fn).Does) {
			for _, arg := range call.Instr.Common().Args {
				g.asks(p, e, arg)
			}
		}
		s.hands(p, on, call.Args)
		brings := false
		for _, v := range call.Args {
			brings = brings || p.Brings(v, e)
			if g.fails(p, e, v) {
				s.add(on, tells)
			}
		}
		switch {
		case !brings:
		case does&(responds|callsNext) != 0, p.Rule(call.Fn).Does == library.SameValue, does&(acts|touches) != 0 && isForItsDeed(call.Instr):
			s.add(on, uses)
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
			g.at(p, on).add(on, answering(scaleOf(answer), status))
		}
	})
}

// isForItsDeed reports whether a call is there for what it does: its results are left
// alone, or are nothing but an error.
func isForItsDeed(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	return results.Len() == 0 || isUnused(call.Value()) || results.Len() == 1 && isError(results.At(0).Type())
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
		if e.Call != call.Instr || on&failed == 0 || len(results) == 0 {
			return
		}
		switch err := results[len(results)-1]; {
		case p.Fails(err, e):
		case !p.IsFailure(err):
			g.told = true
		case !slices.Contains(g.errors, err):
			g.errors = append(g.errors, err)
		}
	})
}

// letsIn returns the first thing that is done after a failure as after a success, and
// how; nil if the two are not alike.
func (g *gate) letsIn(line func(token.Pos) int) (ssa.Instruction, deed) {
	if g.told || !g.alike() || slices.ContainsFunc(g.lookups, g.decides) {
		return nil, 0
	}
	var first ssa.Instruction
	var how deed
	for _, s := range g.spots {
		if s.on != both {
			continue
		}
		d := s.does.act(g)
		if d == 0 {
			continue
		}
		if first == nil || line(s.outer.Pos()) < line(first.Pos()) || line(s.outer.Pos()) == line(first.Pos()) && d < how {
			first, how = s.outer, d
		}
	}
	return first, how
}

// act returns which of the things that are done counts as done for somebody who is
// signed in.
func (d deed) act(g *gate) deed {
	switch {
	case d&uses != 0:
		return uses
	case g.crowded:
	case d&callsNext != 0:
		return callsNext
	case g.repeated:
	case d&responds != 0:
		return responds
	case d&approves != 0:
		return approves
	}
	return 0
}

// alike reports whether a failure is treated as a success.
func (g *gate) alike() bool {
	refused := g.after(refuses) != 0
	for _, s := range g.spots {
		d := s.does
		if at := g.spots[s.gives]; at != nil && at.on == s.on {
			d &^= changes
		}
		switch s.on {
		case failed:
			if d&(acts|changes|leaves|stops|callsNext) != 0 || d&(touches|responds) != 0 && !refused {
				return false
			}
		case succeeded:
			if d&(acts|changes|leaves|stops|callsNext|touches|refuses|responds|uses|counted) != 0 {
				return false
			}
		default:
			if d&tells != 0 || s.differs() {
				return false
			}
		}
	}
	return true
}

// after returns which of some things are done only after a failure.
func (g *gate) after(which deed) deed {
	var all deed
	for _, s := range g.spots {
		if s.on == failed {
			all |= s.does & which
		}
	}
	return all
}

// decides reports whether a look-up tells who is signed in, since nothing is found for
// nobody. One whose failure is answered as the server's does not.
func (g *gate) decides(l lookup) bool {
	var all deed
	for _, s := range g.spots {
		if s.outer.Block() == l.failing {
			all |= s.does
		}
	}
	if all&refuses != 0 {
		return all&blamesServer == 0
	}
	return !l.acts || all&tells != 0
}
