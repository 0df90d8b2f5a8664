package engine

import "slices"

// loadable returns the packages that have no errors and import none that has, in
// the same order, and the targets that are lost by that, in whole or in part.
// Among those that are left, there are no cycles.
func loadable(all []*listed) (left []*listed, lost map[string]bool) {
	bad := make(map[string]bool)
	isBad := func(path string) bool { return bad[path] }
	for before := -1; before < len(bad); { // with cycles, once may not do
		before = len(bad)
		for _, p := range all {
			if p.Error != nil || p.Incomplete || bad[p.ForTest] || slices.ContainsFunc(p.Imports, isBad) {
				bad[p.ImportPath] = true
			}
		}
	}
	lost = make(map[string]bool)
	for _, p := range all {
		if bad[p.ImportPath] {
			lost[p.target()] = true
		} else {
			left = append(left, p)
		}
	}
	return left, lost
}
