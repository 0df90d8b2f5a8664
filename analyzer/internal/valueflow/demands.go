package valueflow

import (
	"cmp"
	"maps"
	"slices"
)

// maxReached bounds how many nodes the values of one parameter or variable are
// followed to. Those of real packages get to a dozen; what gets further, by a
// chain of hundreds of functions, has no fact. Without a bound the time would
// grow with the square of the chain.
const maxReached = 500

// reached returns all nodes that the values of n flow into unchanged, n among
// them, and those that they flow into otherwise: in upper case, or as one
// picked from others. It reports whether those are all.
func (x *exporter) reached(n *node) (same, changed []*node, all bool) {
	same = x.reach([]*node{n}, maxReached, func(n *node, visit func(*node)) {
		for _, to := range n.out {
			if to.kind == uppered || to.kind == partial || to.kind == losing {
				changed = append(changed, to)
			} else {
				visit(to)
			}
		}
	})
	changed = x.reach(changed, maxReached, downstream)
	if len(same)+len(changed) > maxReached {
		return nil, nil, false
	}
	return same, changed, true
}

// A demanded is what a node is compared with, as far as facts tell.
type demanded struct {
	list    []expectation   // without parameter and part
	own     map[string]bool // what the program itself looks up in it
	foreign bool            // it may be meant for something else
}

// demandedOf returns it, once computed for each node.
func (x *exporter) demandedOf(n *node) *demanded {
	if d, ok := x.demands[n]; ok {
		return d
	}
	d := new(demanded)
	x.demands[n] = d
	if family, ok := x.built[n]; ok {
		d.list = append(d.list, expectation{Use: Built, Family: family})
	}
	for _, m := range x.asked[n] {
		if m.other.labels.foreign() {
			d.foreign = true
			return d
		}
		if m.other.labels&fromCode == 0 {
			if d.own == nil {
				d.own = make(map[string]bool)
			}
			maps.Copy(d.own, x.constantsOf(m.other))
		}
		if !m.other.labels.isCode() || m.other.labels&upper != 0 {
			continue
		}
		e := expectation{Use: m.use, Family: m.other.labels.family(), Exposed: m.other.labels&anyExposed != 0}
		e.Except = sortedConstants(x.constantsOf(m.other))
		d.list = append(d.list, e)
	}
	d.list = compact(d.list, compareExpectations)
	return d
}

// expectations returns what the values of n are compared with, as far as those
// are codes.
func (x *exporter) expectations(reach []*node, param int, p part) []expectation {
	var list []expectation
	var own []map[string]bool
	for _, n := range reach {
		d := x.demandedOf(n)
		if d.foreign {
			return nil
		}
		list = append(list, d.list...)
		if d.own != nil {
			own = append(own, d.own)
		}
	}
	if len(list) == 0 {
		return nil
	}
	all := make(map[string]bool)
	for _, set := range own {
		maps.Copy(all, set)
	}
	except := sortedConstants(all)
	for i := range list {
		list[i].Param, list[i].Part = param, p
		if list[i].Use != Built && len(except) > 0 {
			list[i].Except = slices.Compact(slices.Sorted(slices.Values(slices.Concat(list[i].Except, except))))
		}
	}
	return compact(list, compareExpectations)
}

// compareExpectations orders what is expected, by the parameter and its part first.
func compareExpectations(a, b expectation) int {
	return cmp.Or(
		cmp.Compare(a.Param, b.Param),
		cmp.Compare(a.Part, b.Part),
		cmp.Compare(a.Use, b.Use),
		cmp.Compare(a.Family, b.Family),
		compareBools(a.Exposed, b.Exposed),
		slices.Compare(a.Except, b.Except),
	)
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func sortedConstants(set map[string]bool) []string {
	list := slices.Sorted(maps.Keys(set))
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}

func compact[T any](list []T, compare func(a, b T) int) []T {
	slices.SortFunc(list, compare)
	return slices.CompactFunc(list, func(a, b T) bool { return compare(a, b) == 0 })
}

// A meet is one side's view of a comparison.
type meet struct {
	other *node
	use   Use
}

// meets returns what each node is compared with.
func (b *builder) meets() map[*node][]meet {
	m := make(map[*node][]meet)
	for _, c := range b.comparisons {
		m[c.b] = append(m[c.b], meet{c.a, c.use})
		if c.use <= Fold {
			m[c.a] = append(m[c.a], meet{c.b, c.use})
		}
	}
	return m
}
