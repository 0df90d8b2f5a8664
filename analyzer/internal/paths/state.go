package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An Ending is what is known of how a call ended.
type Ending uint8

// How a call ended.
const (
	Unknown Ending = iota
	Succeeded
	Failed
)

// A Scrutiny is what a path has found out about the error of a call.
type Scrutiny uint8

// What a path has found out.
const (
	Unexamined Scrutiny = iota
	Definite            // that it is one of the API's
	Foreign             // that it is none of the API's, and not what else it is
	Examined            // something that the path goes by
	Judged              // what the API answered, by the status in its response
)

// An Event is something that happened on a path and that the check asked to
// remember: a call that can fail.
type Event struct {
	Name    string              // what was asked for; "" for a call of a parameter
	Subject Value               // what it was asked about; callers are told of no event without
	Client  Value               // that was asked
	Args    Value               // all that was sent
	Details Value               // what else the check keeps of it, as a list; each is 0 outside of the function where it cannot be told there
	Call    ssa.CallInstruction // where it is reported; nil in other packages

	Compared bool // what is done after a failure is compared with what is done after a success

	res  Value // the response, if it is one of the SDK's
	err  Value // its error; 0 if that cannot be asked any more
	end  Ending
	seen Scrutiny

	loose bool // its result is not what the call returned
	plain bool // it neither succeeds nor fails
}

// Loose reports whether what the call of an event returned does not tell how it
// ended, so that its result is not at hand.
func (e *Event) Loose() bool { return e.loose }

// Seen returns what the path has found out about the error of an event.
func (e *Event) Seen() Scrutiny { return e.seen }

// A cell is a place and what it holds.
type cell struct{ at, val Value }

// A cond is a condition that holds, or does not.
type cond struct {
	v  Value
	is bool
}

// A link says that a value may depend on the results of calls, in a list.
type link struct{ v, from Value }

// A state is what is known at one point of one path.
type state struct {
	cells  []cell // sorted by place
	conds  []cond // sorted by value
	links  []link // sorted by value
	events []Event
	defers []deferred
	asked  uint64 // the parameters that are errors and that were gone by in a way which callers are not told, a bit for each
}

// A deferred call runs when its function returns.
type deferred struct {
	frame Value
	call  *Call
}

func (s *state) clone() *state {
	return &state{
		cells:  slices.Clone(s.cells),
		conds:  slices.Clone(s.conds),
		links:  slices.Clone(s.links),
		events: slices.Clone(s.events),
		defers: slices.Clip(s.defers),
		asked:  s.asked,
	}
}

// find returns where a value is or belongs in a sorted list.
func find[T any](list []T, v Value, of func(*T) Value) (int, bool) {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		if of(&list[mid]) < v {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(list) && of(&list[lo]) == v
}

func ofCell(c *cell) Value { return c.at }
func ofCond(c *cond) Value { return c.v }
func ofLink(l *link) Value { return l.v }

// share drops the conditions that are not among those of others; nil is for no
// others. It returns what is left.
func (s *state) share(others []cond) []cond {
	if others != nil {
		s.conds = slices.DeleteFunc(s.conds, func(c cond) bool { return !slices.Contains(others, c) })
	}
	return append(make([]cond, 0, len(s.conds)), s.conds...)
}

func (s *state) cell(at Value) (Value, bool) {
	if i, ok := find(s.cells, at, ofCell); ok {
		return s.cells[i].val, true
	}
	return 0, false
}

// from returns the cells from a place on. Those of its parts, which are numbered later than
// the place, are among them.
func (s *state) from(at Value) []cell {
	i, _ := find(s.cells, at, ofCell)
	return s.cells[i:]
}

func (s *state) setCell(at, val Value) {
	i, ok := find(s.cells, at, ofCell)
	if ok {
		s.cells[i].val = val
		return
	}
	s.cells = slices.Insert(s.cells, i, cell{at, val})
}

func (s *state) cond(v Value) (is, known bool) {
	if i, ok := find(s.conds, v, ofCond); ok {
		return s.conds[i].is, true
	}
	return false, false
}

func (s *state) setCond(v Value, is bool) {
	i, ok := find(s.conds, v, ofCond)
	if ok {
		s.conds[i].is = is
		return
	}
	s.conds = slices.Insert(s.conds, i, cond{v, is})
}

func (s *state) setLink(v, from Value) {
	i, ok := find(s.links, v, ofLink)
	switch {
	case ok && from == 0:
		s.links = slices.Delete(s.links, i, i+1)
	case ok:
		s.links[i].from = from
	case from != 0:
		s.links = slices.Insert(s.links, i, link{v, from})
	}
}

// hash returns a number that two states share only if they are alike.
func (s *state) hash() uint64 {
	h := uint64(14695981039346656037)
	mix := func(n uint64) {
		h ^= n
		h *= 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	for _, c := range s.cells {
		mix(uint64(c.at)<<32 | uint64(c.val))
	}
	mix(1)
	for _, c := range s.conds {
		n := uint64(c.v) << 1
		if c.is {
			n++
		}
		mix(n)
	}
	mix(2)
	for _, l := range s.links {
		mix(uint64(l.v)<<32 | uint64(l.from))
	}
	for i := range s.events {
		e := &s.events[i]
		mix(3)
		for _, c := range []byte(e.Name) {
			mix(uint64(c))
		}
		if e.Call != nil {
			mix(uint64(e.Call.Pos()))
		}
		mix(uint64(e.Subject)<<32 | uint64(e.Client))
		mix(uint64(e.Args)<<32 | uint64(e.res))
		mix(uint64(e.err))
		mix(uint64(e.Details))
		n := uint64(e.end)<<8 | uint64(e.seen)
		if e.loose {
			n |= 1 << 16
		}
		if e.plain {
			n |= 1 << 17
		}
		mix(n)
	}
	mix(s.asked)
	for _, d := range s.defers {
		mix(4)
		mix(uint64(d.frame)<<32 | uint64(d.call.Instr.Pos()))
		mix(uint64(d.call.fun))
		for _, a := range d.call.Args {
			mix(uint64(a))
		}
	}
	return h
}

// forget is called before v is computed anew: what is known of the v before must
// not be taken for knowledge about the new one.
func (s *state) forget(t *table, v Value) {
	if !s.mentions(t, v) {
		return
	}
	about := func(w Value) bool { return t.mentions(w, v) }
	s.events = slices.DeleteFunc(s.events, func(e Event) bool { return about(e.Subject) })
	for i := range s.events {
		e := &s.events[i]
		if about(e.err) || about(e.res) {
			e.end = s.ending(t, e)
			e.err, e.res = 0, 0
		}
		if about(e.Client) {
			e.Client = 0
		}
		if about(e.Args) {
			e.Args = 0
		}
		if about(e.Details) {
			e.Details = t.each(e.Details, func(v Value) Value {
				if about(v) {
					return 0
				}
				return v
			})
		}
	}
	// Places that still hold it hold something old, each its own.
	type held struct {
		at        Value
		is, known bool // nil
	}
	var stale []held
	for _, c := range s.cells {
		if about(c.val) && !about(c.at) {
			h := held{at: c.at}
			h.is, h.known = s.isNil(t, c.val)
			stale = append(stale, h)
		}
	}
	s.conds = slices.DeleteFunc(s.conds, func(c cond) bool { return about(c.v) })
	s.links = slices.DeleteFunc(s.links, func(l link) bool { return about(l.v) || about(l.from) })
	s.cells = slices.DeleteFunc(s.cells, func(c cell) bool { return about(c.at) })
	for _, h := range stale {
		old := t.of(node{kind: kHavoc, a: h.at})
		s.setCell(h.at, 0)
		s.forget(t, old)
		s.setCell(h.at, old)
		if h.known {
			s.setCond(t.of(node{kind: kEq, a: old, b: t.null()}), h.is)
		}
	}
}

// isNil returns what is known of whether a value is nil.
func (s *state) isNil(t *table, v Value) (is, known bool) {
	switch t.kind(v) {
	case kNil:
		return true, true
	case kAlloc, kFieldAddr, kElemAddr, kWrapped, kMade, kBoxed, kFunc, kClosure:
		return false, true
	}
	return s.cond(t.of(node{kind: kEq, a: v, b: t.null()}))
}

// mentions reports whether anything is known that has to do with v.
func (s *state) mentions(t *table, v Value) bool {
	for _, c := range s.cells {
		if t.mentions(c.at, v) || t.mentions(c.val, v) {
			return true
		}
	}
	for _, c := range s.conds {
		if t.mentions(c.v, v) {
			return true
		}
	}
	for _, l := range s.links {
		if t.mentions(l.v, v) || t.mentions(l.from, v) {
			return true
		}
	}
	for i := range s.events {
		for _, w := range s.events[i].values() {
			if t.mentions(w, v) {
				return true
			}
		}
	}
	return false
}

func (e *Event) values() [6]Value {
	return [...]Value{e.Subject, e.Client, e.Args, e.Details, e.res, e.err}
}

// root returns the place that a place lies in.
func (t *table) root(at Value) Value {
	for t.kind(at) == kFieldAddr || t.kind(at) == kElemAddr {
		at = t.nodes[at].a
	}
	return at
}

// ending returns what is known of how the call of an event ended.
func (s *state) ending(t *table, e *Event) Ending {
	if e.end != Unknown || e.err == 0 {
		return e.end
	}
	null, ok := s.cond(t.of(node{kind: kEq, a: e.err, b: t.null()}))
	switch {
	case !ok:
		return Unknown
	case null:
		return Succeeded
	}
	return Failed
}
