package engine

import (
	"context"
	"maps"
	"slices"
)

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

// Loadable returns the import paths of the packages that the patterns name and
// that can be loaded with their tests, and whether others cannot.
func Loadable(ctx context.Context, c Config) (paths []string, others bool, err error) {
	c.Intact = true
	all, err := list(ctx, c)
	if err != nil {
		return nil, false, err
	}
	_, lost := loadable(all)
	targets := make(map[string]bool)
	for _, p := range all {
		if p.DepOnly || p.isTestMain() {
			continue
		}
		if path := p.target(); lost[path] {
			others = true
		} else {
			targets[path] = true
		}
	}
	return slices.Sorted(maps.Keys(targets)), others, nil
}
