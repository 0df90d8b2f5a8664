package paths

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// First returns the first thing that is done after a failure as after a success, by line,
// and what it is of some that count, of which those that say most stand first. It is nil
// if a failure is told from a success.
func (b *Behind) First(line func(token.Pos) int, which []Deed) (ssa.Instruction, Deed) {
	if b.Told || !b.alike() || slices.ContainsFunc(b.lookups, b.decides) {
		return nil, 0
	}
	var first ssa.Instruction
	var how int
	for _, s := range b.spots {
		d := slices.IndexFunc(which, func(d Deed) bool { return s.does()&d != 0 })
		if s.on != both || d < 0 {
			continue
		}
		if first == nil || line(s.outer.Pos()) < line(first.Pos()) || line(s.outer.Pos()) == line(first.Pos()) && d < how {
			first, how = s.outer, d
		}
	}
	if first == nil {
		return nil, 0
	}
	return first, which[how]
}

// AfterFailure returns what is done only after a failure.
func (b *Behind) AfterFailure() Deed {
	var all Deed
	for _, s := range b.spots {
		if s.on == failed {
			all |= s.does()
		}
	}
	return all
}

// OnlyAfterFailure reports whether a call in the function itself is made only then.
func (b *Behind) OnlyAfterFailure(call ssa.CallInstruction) bool {
	s := b.spots[spot{instr: call}]
	return s == nil || s.on == failed
}

// AfterSuccess calls f for each call that may be made after a success, with what it does.
func (b *Behind) AfterSuccess(f func(call ssa.CallInstruction, does Deed)) {
	for at, s := range b.spots {
		if call, ok := at.instr.(ssa.CallInstruction); ok && s.on != failed {
			f(call, s.does())
		}
	}
}

// alike reports whether a failure is treated as a success.
func (b *Behind) alike() bool {
	refused := b.AfterFailure()&Refuses != 0
	for _, s := range b.spots {
		d := s.does()
		if s.gives != nil && s.gives.on == s.on {
			d &^= changes
		}
		switch s.on {
		case failed:
			if d&(Acts|changes|leaves|Stops|CallsNext) != 0 || d&(Touches|Responds) != 0 && !refused {
				return false
			}
		case succeeded:
			if d&(Acts|changes|leaves|Stops|CallsNext|Touches|Refuses|Responds|Uses|Counted) != 0 {
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

// decides reports whether a look-up tells a success from a failure, since nothing is
// found for nobody. One whose failure is answered as the server's does not.
func (b *Behind) decides(l lookup) bool {
	var all Deed
	for _, s := range b.spots {
		if s.outer.Block() == l.failing {
			all |= s.does()
		}
	}
	if all&Refuses != 0 {
		return all&blamesServer == 0
	}
	return !l.acts || all&tells != 0
}

// differs reports whether something else is done after a failure than after a success:
// it is approved, or other values are handed on, as far as they are known.
func (s *doing) differs() bool {
	if s.after[0]&Approves != s.after[1]&Approves {
		return true
	}
	if s.given == nil {
		return false
	}
	for j := range min(len(s.given[0]), len(s.given[1])) {
		a, b := s.given[0][j], s.given[1][j]
		if !slices.Contains(a, 0) && !slices.Contains(b, 0) && !slices.ContainsFunc(a, func(v Value) bool { return slices.Contains(b, v) }) {
			return true
		}
	}
	return false
}
