package valueflow

// Which constants a node may hold is found by walks backwards, to where labels say that
// there are some.

// constantsOf returns the constants that a node which carries a code may hold
// as well.
func (b *builder) constantsOf(n *node) map[string]bool {
	if n.labels&fromConstant == 0 {
		return nil
	}
	// Along a chain of functions that hand on what the next one returns, all have
	// the constants of the last.
	b.epoch++
	var chain []*node
	last := n
	for last.seen != b.epoch && b.constants[last] == nil {
		last.seen = b.epoch
		chain = append(chain, last)
		from := last.onlyOrigin()
		if from == nil {
			break
		}
		last = from
	}
	set := b.constants[last]
	if set == nil {
		set = make(map[string]bool)
		for _, l := range b.leaves(last, true) {
			// What a test puts there, to see whether it is recognised, is no reason
			// to expect it elsewhere.
			set[l.value] = set[l.value] || l.expr == nil || !b.inTest(l.expr)
		}
	}
	for _, n := range chain {
		b.constants[n] = set
	}
	return set
}

// onlyOrigin returns the node that all constants in n come from, nil if there
// are several or n is a constant itself.
func (n *node) onlyOrigin() *node {
	if n.leaf != nil {
		return nil
	}
	var only *node
	for _, from := range n.in {
		if from.labels&fromConstant == 0 || from == only {
			continue
		}
		if only != nil {
			return nil
		}
		only = from
	}
	return only
}

// An origin is a constant that flows into a node.
type origin struct {
	*leaf
	public bool // by way of a variable or field that other packages can use
}

// leaves returns the constants that flow into n, by way of elements that are
// picked from a container only if all of its elements are asked for.
func (b *builder) leaves(n *node, all bool) []origin {
	if n.leaf != nil && len(n.in) == 0 {
		return []origin{{leaf: n.leaf}}
	}
	return b.leavesOf([]*node{n}, all)
}

// leavesOf is leaves for several nodes.
func (b *builder) leavesOf(nodes []*node, all bool) []origin {
	type step struct {
		n      *node
		public bool
	}
	var found []origin
	b.epoch++
	var work []step
	for _, n := range nodes {
		if n.seen != b.epoch {
			n.seen = b.epoch
			work = append(work, step{n, n.public})
		}
	}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if s.n.leaf != nil {
			found = append(found, origin{s.n.leaf, s.public})
		}
		if s.n.kind.stops() && !all {
			continue
		}
		for _, from := range s.n.in {
			// Constants come only from where there are some.
			if from.seen != b.epoch && from.labels&fromConstant != 0 {
				from.seen = b.epoch
				work = append(work, step{from, s.public || from.public})
			}
		}
	}
	return found
}
