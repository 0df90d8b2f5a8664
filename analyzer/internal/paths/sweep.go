package paths

import "slices"

// sweep drops what is in places that nothing leads to any more. It is for the function
// that is walked, since those that call one may know more places.
func (s *state) sweep(t *table, f *frame) {
	s.collect(t, func(root Value) bool {
		n := &t.nodes[root]
		return (n.kind == kSite || n.kind == kAlloc && n.a != f.ctx) && !s.leadsTo(t, root)
	})
}

// collect drops what is in places that are garbage, by what leads to them. To drop one
// may take the last thing away that led to another, so it looks until there are none.
func (s *state) collect(t *table, isGarbage func(root Value) bool) {
	for n := -1; n != len(s.cells); {
		n = len(s.cells)
		for i := 0; i < len(s.cells); {
			root, end := t.root(s.cells[i].at), i+1
			for end < len(s.cells) && t.root(s.cells[end].at) == root {
				end++
			}
			if isGarbage(root) {
				s.cells = slices.Delete(s.cells, i, end)
			} else {
				i = end
			}
		}
	}
}

// leadsTo reports whether anything that is known leads to a place.
func (s *state) leadsTo(t *table, place Value) bool {
	for _, c := range s.cells {
		if root := t.root(c.at); root != place && (t.leads(c.val, place) || t.mentions(c.at, place)) {
			return true
		}
	}
	for i := range s.events {
		for _, v := range s.events[i].values() {
			if t.mentions(v, place) {
				return true
			}
		}
	}
	return s.defersWith(t, place)
}

// leads reports whether a value leads to a place: what the place was left with does not.
func (t *table) leads(v, place Value) bool {
	if v == place {
		return true
	}
	n := &t.nodes[v]
	return n.kind != kHavoc && t.mentions(v, place) && (t.leads(n.a, place) || t.leads(n.b, place) || t.leads(n.c, place))
}

// defersWith reports whether a call that is deferred was given a value.
func (s *state) defersWith(t *table, v Value) bool {
	return slices.ContainsFunc(s.defers, func(d deferred) bool {
		return t.mentions(d.call.fun, v) || slices.ContainsFunc(d.call.Args, func(a Value) bool { return t.mentions(a, v) })
	})
}
