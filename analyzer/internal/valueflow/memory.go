package valueflow

// A graph is made of very many small things that live as long as it does. They are taken
// from slabs, beside each other in the order in which they are made, which is about the
// order in which they are visited.

// A slab hands out room for things of one type.
type slab[T any] struct {
	rest []T
	size int // of the last piece of memory
}

// maxSlab bounds how much is asked for at once, in things.
const maxSlab = 512

// take returns room for n things.
func (s *slab[T]) take(n int) []T {
	if len(s.rest) < n {
		s.size = min(max(16, 2*s.size), maxSlab)
		s.rest = make([]T, max(n, s.size))
	}
	taken := s.rest[:n:n]
	s.rest = s.rest[n:]
	return taken
}

// one returns room for one thing.
func (s *slab[T]) one() *T { return &s.take(1)[0] }

// A few is a map that has few entries most of the time: so many are looked through faster
// than they are hashed, and take less room.
type few[K comparable, V any] struct {
	list []entry[K, V]
	rest map[K]V // of what came when the list was full
}

type entry[K comparable, V any] struct {
	key   K
	value V
}

// maxFew bounds the list.
const maxFew = 8

func (m *few[K, V]) get(k K) (v V, ok bool) {
	for i := range m.list {
		if m.list[i].key == k {
			return m.list[i].value, true
		}
	}
	v, ok = m.rest[k]
	return v, ok
}

func (m *few[K, V]) set(k K, v V) {
	for i := range m.list {
		if m.list[i].key == k {
			m.list[i].value = v
			return
		}
	}
	if m.list == nil {
		m.list = make([]entry[K, V], 0, maxFew/2)
	}
	if len(m.list) < maxFew {
		m.list = append(m.list, entry[K, V]{k, v})
		return
	}
	m.rest = put(m.rest, k, v)
}
