package valueflow

import "math"

// reach returns the given nodes and those that next visits from any of them, each
// once. Beyond limit nodes it goes no further.
func (b *builder) reach(from []*node, limit int, next func(n *node, visit func(*node))) []*node {
	b.epoch++
	var list []*node
	visit := func(n *node) {
		if n.seen != b.epoch {
			n.seen = b.epoch
			list = append(list, n)
		}
	}
	for _, n := range from {
		visit(n)
	}
	for i := 0; i < len(list) && i < limit; i++ {
		next(list[i], visit)
	}
	return list
}

// everywhere is no limit.
const everywhere = math.MaxInt

// upstream visits what flows into n.
func upstream(n *node, visit func(*node)) {
	for _, from := range n.in {
		visit(from)
	}
}

// downstream visits what n flows into.
func downstream(n *node, visit func(*node)) {
	for _, to := range n.out {
		visit(to)
	}
}
