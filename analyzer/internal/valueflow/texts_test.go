package valueflow

import (
	"slices"
	"testing"
)

// A chain of helpers, each of which hands on what it got, is walked once, however many
// of them are asked.
func TestTextsOfChain(t *testing.T) {
	b := new(builder)
	n := b.constantNode("secret-test-1")
	const length = 1000
	for range length {
		next := b.node()
		b.edge(n, next)
		n = next
	}
	steps := 0
	for _, n := range slices.Backward(b.nodes) {
		got := b.texts(n)
		if len(got.List) != 1 || got.List[0].Value != "secret-test-1" {
			t.Fatalf("got %v", got)
		}
		steps += b.clients.reader.steps
	}
	if steps > 2*length {
		t.Errorf("%d steps", steps)
	}
}

// What is known of one node of a ring does not depend on which was asked first.
func TestTextsOfRing(t *testing.T) {
	for first := range 5 {
		b := new(builder)
		source := b.constantNode("secret-test-1")
		ring := []*node{b.node(), b.node(), b.node(), b.node(), b.node()}
		for i, n := range ring {
			b.edge(n, ring[(i+1)%len(ring)])
		}
		b.edge(source, ring[0])
		for i := range ring {
			at := (first + i) % len(ring)
			if got := b.texts(ring[at]); len(got.List) != 1 {
				t.Errorf("after %d, %d: got %v", first, at, got)
			}
		}
	}
}

// constantNode returns a node for a constant of the program.
func (b *builder) constantNode(value string) *node {
	n := b.node()
	n.labels = fromProgram
	n.leaf = &leaf{value: value}
	return n
}
