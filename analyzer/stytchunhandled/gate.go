package stytchunhandled

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
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
	brought  []paths.Value // what else it returns, as far as that is not known
	tested   bool          // it is asked whether there is an error
	told     bool          // something else may tell a failure from a success
	repeated bool          // the call is made again although it succeeded
	crowded  bool          // another call proves who somebody is, too

	answered []ssa.CallInstruction // the answers after which gin goes on
	kept     bool                  // one of them keeps the error for others to answer
}

// A side says which paths come to a spot.
type side uint8

const (
	failed side = 1 << iota
	succeeded
	both = failed | succeeded
)

// What an instruction does, as far as it tells a failure from a success, beside what the
// engine knows.
const (
	uses     = paths.OwnDeeds << iota // hands on, keeps or returns what the call has brought
	approves                          // returns that all is well
	changes                           // gives a variable another value
	tells                             // hands on the error
)

// A spot is an instruction behind a gate.
type spot struct {
	on    side
	does  paths.Deed         // on any path
	after [2]paths.Deed      // on those where the call failed, and where it succeeded
	given [2][][]paths.Value // what is handed on then, by argument
	outer ssa.Instruction    // in the function itself
	gives paths.Spot         // where the variable was declared that gets another value
}

// A lookup is a branch by the error of a call that was handed a part of the response.
type lookup struct {
	failing *ssa.BasicBlock
	acts    bool // the call returns nothing else, and so is there for what it does
}

// A look is one at what is done on a path behind a gate.
type look struct {
	*gate
	p  *paths.Path
	e  *paths.Event // the call of the gate
	on side
}

// behind calls f for each gate that the path has come through.
func (c *check) behind(p *paths.Path, f func(l look)) {
	events := p.Events()
	for i := range events {
		e := &events[i]
		op, ok := proof(e)
		later := slices.ContainsFunc(events[i+1:], func(o paths.Event) bool { _, ok := proof(&o); return ok && o.Call == e.Call })
		if !ok || later || e.Call.Parent() != p.Of() || !library.ReturnsError(e.Call.Common().Signature()) {
			continue
		}
		n := c.note(p, e.Call)
		if n.gate == nil {
			n.gate = &gate{call: e.Call, op: op, spots: make(map[paths.Spot]*spot)}
		}
		n.gate.crowded = n.gate.crowded || isCrowded(p, events, i)
		f(look{n.gate, p, e, sideOf(p.Ending(e))})
	}
}

// within reports whether the path is in the call itself.
func (l look) within() bool { return l.p.Outer() == l.e.Call }

// spot returns where the path is.
func (l look) spot() *spot {
	s := l.spots[l.p.Spot()]
	if s == nil {
		s = &spot{outer: l.p.Outer()}
		l.spots[l.p.Spot()] = s
	}
	s.on |= l.on
	return s
}

// adds notes what is done where the path is.
func (l look) adds(d paths.Deed) {
	s := l.spot()
	s.does |= d
	for i := range s.after {
		if l.on&(1<<i) != 0 {
			s.after[i] |= d
		}
	}
}

// hands notes what is handed on where the path is.
func (l look) hands(vs []paths.Value) {
	s := l.spot()
	for i := range s.given {
		if l.on&(1<<i) == 0 {
			continue
		}
		if s.given[i] == nil {
			s.given[i] = make([][]paths.Value, len(vs))
		}
		for j, v := range vs {
			if v = l.p.Left(v); j < len(s.given[i]) && !slices.Contains(s.given[i][j], v) {
				s.given[i][j] = append(s.given[i][j], v)
			}
		}
	}
}

// brings reports whether a value is, or leads to, something made of what the call has
// brought.
func (l look) brings(v paths.Value) bool {
	return l.p.Brings(v, l.e) || slices.ContainsFunc(l.brought, func(part paths.Value) bool { return l.p.Leads(v, part) })
}

// fails reports whether a value is, or leads to, something made of the error of the
// call.
func (l look) fails(v paths.Value) bool {
	return l.p.Carries(v, l.e) || slices.ContainsFunc(l.errors, func(err paths.Value) bool { return l.p.Leads(v, err) })
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

// differs reports whether something else is done after a failure than after a success:
// it is approved, or other values are handed on, as far as they are known.
func (s *spot) differs() bool {
	if s.after[0]&approves != s.after[1]&approves {
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
