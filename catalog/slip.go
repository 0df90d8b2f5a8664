package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// slips returns the names of the set that are nearest to name, a slip of the
// keyboard or two away, the likeliest first. The reason is Typo, or Words
// where another meaning is as likely as a slip.
func (x *index) slips(name string) ([]*entry, Reason) {
	limit := 2
	if letters(name) < 8 {
		limit = 1
	}
	b := bagOf(name)
	digits := digitsOf(name)

	var sure, doubtful nearest
	for n := max(0, len(name)-limit); n <= len(name)+limit && n < len(x.byLength); n++ {
		for _, e := range x.byLength[n] {
			reach := limit
			if !e.isCode() {
				reach = 1
			}
			if !b.within(&e.bag, reach) {
				continue
			}
			d := distance(name, e.name, reach)
			if d > reach || digitsDiffer(digits, name, e.name) {
				continue
			}
			switch x.compare(name, e.name) {
			case slipped:
				sure.add(e, d)
			case ambiguous:
				if e.isCode() {
					doubtful.add(e, d)
				}
			}
		}
	}
	if len(sure.entries) > 0 {
		return likeliest(name, sure.entries), Typo
	}
	return likeliest(name, doubtful.entries), Words
}

// A nearest holds the entries at the least distance so far.
type nearest struct {
	entries  []*entry
	distance int
}

func (n *nearest) add(e *entry, distance int) {
	if len(n.entries) > 0 && distance > n.distance {
		return
	}
	if distance < n.distance {
		n.entries = n.entries[:0]
	}
	n.entries = append(n.entries, e)
	n.distance = distance
}

// likeliest sorts names that are equally near to name: codes win over retired
// and invented names, and those with the longest common beginning come first,
// because slips are rarer there.
func likeliest(name string, near []*entry) []*entry {
	if slices.ContainsFunc(near, (*entry).isCode) {
		near = slices.DeleteFunc(near, func(e *entry) bool { return !e.isCode() })
	}
	slices.SortFunc(near, func(a, b *entry) int {
		return cmp.Or(
			cmp.Compare(commonPrefix(name, b.name), commonPrefix(name, a.name)),
			strings.Compare(a.name, b.name),
		)
	})
	return near
}

// A likeness says how a name relates, word by word, to another one that is a
// slip or two away.
type likeness uint8

const (
	slipped      likeness = iota // by slips only
	ambiguous                    // a slip is no likelier than another meaning
	otherMeaning                 // by another meaning
)

// compare compares name with other word by word. A word of the name that is
// known as well (sms for sso) speaks for another meaning, at least where it is
// two letters away. So do two slips in one short word, and another first
// letter of one (mode for code), unless other is the only code with all the
// other words. Another number of a word is a slip, unless it counts.
func (x *index) compare(name, other string) likeness {
	worst := slipped
	if strings.Count(name, "_") != strings.Count(other, "_") {
		return worst
	}
	names, others := strings.Split(name, "_"), strings.Split(other, "_")
	for i, w := range others {
		v := names[i]
		if v == w {
			continue
		}
		if sameWord(v, w) || sameWord(w, v) {
			if x.counts(names, others, i) {
				worst = ambiguous
			}
			continue
		}
		switch d := distance(v, w, 1); {
		case x.isWord(v) && d > 1:
			return otherMeaning
		case x.isWord(v):
			worst = ambiguous
		case len(w) <= 5 && d > 1, len(w) <= 4 && len(v) == len(w) && v[1:] == w[1:]:
			if x.codesWith(slices.Delete(slices.Clone(others), i, i+1)) != 1 {
				worst = ambiguous
			}
		}
	}
	return worst
}

// counts reports whether the number of the word at i makes a difference: other
// says that there are none at all where name says that one is not known
// (recovery_codes_not_found), or another code has all the words of name
// (totps_not_found_for_user).
func (x *index) counts(name, other []string, i int) bool {
	none := other[i] == name[i]+"s" && i+2 < len(other) && other[i+1] == "not" && other[i+2] == "found"
	return none || x.codesWith(name) > 0
}

// codesWith returns how many codes have all these words.
func (x *index) codesWith(words []string) int {
	var left []int32
	for i, w := range words {
		known := x.words[w]
		if known == nil {
			return 0
		}
		if i == 0 {
			left = slices.Clone(known.codes)
			continue
		}
		left = slices.DeleteFunc(left, func(code int32) bool {
			_, ok := slices.BinarySearch(known.codes, code)
			return !ok
		})
	}
	return len(left)
}

// sameWord reports whether long is another form of short: the plural, the
// participle (require, required), or the same with a letter doubled (to, too).
func sameWord(short, long string) bool {
	if len(long) != len(short)+1 {
		return false
	}
	i := commonPrefix(short, long)
	if short[i:] != long[i+1:] {
		return false
	}
	return i > 0 && (long[i] == long[i-1] || i == len(short) && (long[i] == 's' || long[i-1:] == "ed"))
}

func letters(s string) int {
	n := 0
	for i := range len(s) {
		if isLower(s[i]) {
			n++
		}
	}
	return n
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
