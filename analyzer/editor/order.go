package editor

import (
	"cmp"
	"slices"

	"github.com/stytchlint/stytchlint/catalog"
)

// A ranked is a code of a set.
type ranked struct {
	catalog.Code
	set *catalog.Set
}

// ordered returns the codes of some sets without those that are present: those that are
// likely in their order, and how many these are, then those of a product, then the
// others, each of them by name.
func ordered(sets []*catalog.Set, present, likely []string, product catalog.Products) (codes []ranked, sure int) {
	seen := make(map[string]bool)
	for _, name := range present {
		seen[name] = true
	}
	rank := make(map[string]int)
	for i, name := range likely {
		if _, ok := rank[name]; !ok {
			rank[name] = i - len(likely)
		}
	}
	rankOf := func(c ranked) int {
		switch i, ok := rank[c.Name]; {
		case ok && c.set == catalog.Stytch():
			return i
		case c.Products&product != 0:
			return 0
		}
		return 1
	}
	for _, set := range sets {
		for _, code := range set.All() {
			if seen[code.Name] {
				continue
			}
			seen[code.Name] = true
			c := ranked{code, set}
			if rankOf(c) < 0 {
				sure++
			}
			codes = append(codes, c)
		}
	}
	slices.SortStableFunc(codes, func(a, b ranked) int { return cmp.Compare(rankOf(a), rankOf(b)) })
	return codes, sure
}
