package catalog

// distance returns the optimal string alignment distance of a and b, that is
// how many letters must be inserted, deleted, replaced or swapped with their
// neighbour, or limit+1 where it is greater than limit. It is meant for limits
// of one or two: each further one makes the work four times as much.
func distance(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	gap := max(len(a)-len(b), len(b)-len(a))
	switch {
	case gap > limit:
		return limit + 1
	case len(a) == 0 || len(b) == 0:
		return gap
	case limit == 0:
		return 1
	}

	// They differ in their first letters, so an edit is due here. Each way to
	// make it only has to be followed as far as it may beat the best one.
	best := limit + 1
	follow := func(a, b string) {
		if best > 1 {
			best = min(best, 1+distance(a, b, best-2))
		}
	}
	follow(a[1:], b[1:])
	follow(a[1:], b)
	follow(a, b[1:])
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		follow(a[2:], b[2:])
	}
	return best
}

// A bag counts how often each character occurs in a string, to tell quickly
// that two strings are far apart. Characters share a place where that costs
// little: all digits, and all that no code contains.
type bag [29]uint8

func bagOf(s string) bag {
	var b bag
	for i := range len(s) {
		switch c := s[i]; {
		case isLower(c):
			b[c-'a']++
		case isDigit(c):
			b[26]++
		case c == '_':
			b[27]++
		default:
			b[28]++
		}
	}
	return b
}

// within reports whether strings with these bags may be at a distance of at
// most limit: an edit takes away one character and adds one at most.
func (b *bag) within(other *bag, limit int) bool {
	sum := 0
	for i := range b {
		sum += max(int(b[i])-int(other[i]), int(other[i])-int(b[i]))
	}
	return sum <= 2*limit
}
