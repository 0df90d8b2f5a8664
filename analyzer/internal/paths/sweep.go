package paths

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// prune drops what no expression can ask for any more from the beginning of b on, so
// that paths which differ in nothing else become one. In a function that is looked into
// it looks at the variables of that alone: who calls it may ask for all others.
func (s *state) prune(t *table, f *frame, b *ssa.BasicBlock) {
	s.cells = slices.DeleteFunc(s.cells, func(c cell) bool {
		n := &t.nodes[t.root(c.at)]
		return (n.kind == kAlloc || n.kind == kRegister) && n.a == f.ctx && !f.isKnown(n.ref.(ssa.Value)) && !f.isLive(b, n.ref.(ssa.Value))
	})
	m := marker{table: t, state: s, inner: f.up != nil}
	m.mark(func(root Value) bool {
		switch n := &t.nodes[root]; n.kind {
		case kAlloc:
			if n.a == f.ctx {
				return f.isLive(b, n.ref.(*ssa.Alloc)) || m.isAsked(root)
			}
			return m.inner
		case kRegister, kParam, kFree, kGlobal:
			return true
		}
		return m.inner
	})
	s.conds = slices.DeleteFunc(s.conds, func(c cond) bool { return !m.isAtHand(c.v) })
	s.links = slices.DeleteFunc(s.links, func(l link) bool { return !m.isAtHand(l.v) || !m.isAtHand(l.from) })
}

// A marker finds out which values are at hand: those that a place or an event holds,
// and those that are computed of them.
type marker struct {
	*table
	*state
	inner bool // callers may have more at hand
}

// mark marks what is at hand, and drops the places that nothing leads to but for those
// that isRoot reports. More values are at hand than the state tells.
func (m *marker) mark(isRoot func(place Value) bool, more ...Value) {
	m.round++
	m.marks = slices.Grow(m.marks, len(m.nodes)-len(m.marks))[:len(m.nodes)]
	for _, v := range more {
		m.held(v)
	}
	for i := range m.events {
		for _, v := range m.events[i].values() {
			m.held(v)
		}
	}
	for _, d := range m.defers {
		m.held(d.call.fun)
		for _, v := range d.call.Args {
			m.held(v)
		}
	}
	rest := slices.Clone(m.cells)
	for n := -1; n != len(rest); {
		n = len(rest)
		rest = slices.DeleteFunc(rest, func(c cell) bool {
			root := m.root(c.at)
			if !isRoot(root) && !m.isAtHand(root) {
				return false
			}
			m.held(c.at)
			m.held(c.val)
			return true
		})
	}
	if len(rest) > 0 {
		m.cells = slices.DeleteFunc(m.cells, func(c cell) bool { return slices.Contains(rest, c) })
	}
}

// held marks a value and what it leads to: a place that it was left in by a call is not
// that.
func (m *marker) held(v Value) {
	if v == 0 || m.marks[v] == m.round {
		return
	}
	m.marks[v] = m.round
	if n := &m.nodes[v]; n.kind != kHavoc {
		m.held(n.a)
		m.held(n.b)
		m.held(n.c)
	}
}

// isAtHand reports whether a value may be computed again.
func (m *marker) isAtHand(v Value) bool {
	if v == 0 || m.marks[v] == m.round {
		return true
	}
	n := &m.nodes[v]
	switch n.kind {
	case kSite, kHavoc, kCounter, kAlloc:
		return false
	case kAt:
		if !m.inner && m.content(m.table, n.a) != v {
			return false // something else stands there now
		}
	}
	return m.isAtHand(n.a) && m.isAtHand(n.b) && m.isAtHand(n.c)
}

// isAsked reports whether a condition asks for what a place holds, such as a list.
func (m *marker) isAsked(place Value) bool {
	return slices.ContainsFunc(m.conds, func(c cond) bool { return m.table.mentions(c.v, place) })
}
