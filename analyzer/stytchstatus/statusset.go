package stytchstatus

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// maxStatus is above all statuses.
const maxStatus = 16 * 64

// A statusSet is a set of statuses: a bit for each.
type statusSet [maxStatus / 64]uint64

// all has all statuses.
var all = statusSet{}.not()

// statusesOf returns the statuses that a condition on one lets pass. The question
// is asked of each status once.
func (c *check) statusesOf(t paths.Condition) statusSet {
	set, ok := c.passing[t.Asks]
	if !ok {
		for s := range maxStatus {
			if t.Status(s) {
				set[s/64] |= 1 << (s % 64)
			}
		}
		c.passing[t.Asks] = set
	}
	if !t.Is {
		return set.not()
	}
	return set
}

func (s statusSet) not() statusSet {
	for i := range s {
		s[i] = ^s[i]
	}
	return s
}

func (s statusSet) and(other statusSet) statusSet {
	for i := range s {
		s[i] &= other[i]
	}
	return s
}

func (s statusSet) or(other statusSet) statusSet {
	for i := range s {
		s[i] |= other[i]
	}
	return s
}

// A span is some statuses in a row.
type span struct{ first, last int }

// spans returns what a set is made of.
func (s statusSet) spans() []span {
	var list []span
	for i := range maxStatus {
		if s[i/64]&(1<<(i%64)) == 0 {
			continue
		}
		if n := len(list); n > 0 && list[n-1].last == i-1 {
			list[n-1].last = i
		} else {
			list = append(list, span{i, i})
		}
	}
	return list
}

// isExact reports whether a set has one status alone.
func (s statusSet) isExact() bool {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n == 1
}

// String describes the statuses of a set, behind "with".
func (s statusSet) String() string {
	list, others := s.spans(), s.not().spans()
	var names []string
	if len(others) > 0 && others[0].first > 0 && others[len(others)-1].last < maxStatus-1 && !slices.ContainsFunc(others, func(o span) bool { return o.first < o.last }) {
		for _, o := range others {
			names = append(names, fmt.Sprintf("a status other than %d", o.first))
		}
		return strings.Join(names, " and ")
	}
	for _, p := range list {
		names = append(names, p.String())
	}
	return strings.Join(names, " or ")
}

func (p span) String() string {
	switch {
	case p.first == p.last:
		return strconv.Itoa(p.first)
	case p.last == maxStatus-1 && p.first%100 == 0:
		return fmt.Sprintf("a status >= %d", p.first)
	case p.last == maxStatus-1:
		return fmt.Sprintf("a status > %d", p.first-1)
	case p.first == 0 && p.last%100 == 99:
		return fmt.Sprintf("a status < %d", p.last+1)
	case p.first == 0:
		return fmt.Sprintf("a status <= %d", p.last)
	}
	return fmt.Sprintf("a status from %d to %d", p.first, p.last)
}
