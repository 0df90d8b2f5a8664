package stytchunhandled

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/catalog"
)

// letsIn returns the first thing that is done after a failure as after a success, and
// how; nil if the two are not alike.
func (g *gate) letsIn(line func(token.Pos) int) (ssa.Instruction, paths.Deed) {
	if g.told || !g.alike() || slices.ContainsFunc(g.lookups, g.decides) {
		return nil, 0
	}
	var first ssa.Instruction
	var how paths.Deed
	for _, s := range g.spots {
		if s.on != both {
			continue
		}
		d := g.act(s.does)
		if d == 0 {
			continue
		}
		if first == nil || line(s.outer.Pos()) < line(first.Pos()) || line(s.outer.Pos()) == line(first.Pos()) && slices.Index(acts[:], d) < slices.Index(acts[:], how) {
			first, how = s.outer, d
		}
	}
	return first, how
}

// act returns which of the things that are done counts as done for somebody who is
// signed in, as far as it says most.
func (g *gate) act(does paths.Deed) paths.Deed {
	for _, d := range acts {
		switch {
		case does&d == 0:
		case d != uses && g.crowded, (d == paths.Responds || d == approves) && g.repeated:
		default:
			return d
		}
	}
	return 0
}

// acts are what is done for somebody who is signed in. What says most is first.
var acts = [...]paths.Deed{uses, paths.CallsNext, paths.Responds, approves}

// alike reports whether a failure is treated as a success.
func (g *gate) alike() bool {
	refused := g.after(paths.Refuses) != 0
	for _, s := range g.spots {
		d := s.does
		if at := g.spots[s.gives]; at != nil && at.on == s.on {
			d &^= changes
		}
		switch s.on {
		case failed:
			if d&(paths.Acts|changes|paths.Leaves|paths.Stops|paths.CallsNext) != 0 || d&(paths.Touches|paths.Responds) != 0 && !refused {
				return false
			}
		case succeeded:
			if d&(paths.Acts|changes|paths.Leaves|paths.Stops|paths.CallsNext|paths.Touches|paths.Refuses|paths.Responds|uses|paths.Counted) != 0 {
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
func (g *gate) after(which paths.Deed) paths.Deed {
	var all paths.Deed
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
	var all paths.Deed
	for _, s := range g.spots {
		if s.outer.Block() == l.failing {
			all |= s.does
		}
	}
	if all&paths.Refuses != 0 {
		return all&paths.BlamesServer == 0
	}
	return !l.acts || all&tells != 0
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
