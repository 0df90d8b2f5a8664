package engine

import (
	"math"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// foundWithTests returns the facts that checks which leave out tests have found about a
// package when it was checked with its tests, so that they need not look at it once more.
// It reports false if they may find others now: functions of what the tests alone import may
// be known to them, too. Of what is known of packages as a whole, they leave that out.
func (r *run) foundWithTests(n *node, known importedFacts) (facts []driver.Record, ok bool) {
	t := n.tested
	// Paths of methods say which one it is, and those in files with cgo come after the tests.
	if t == nil || !t.matters || n.broken || t.broken || len(t.errs) > 0 || len(n.CgoFiles) > 0 || t.reachesSDK != n.reachesSDK || t.importsSDK() != n.importsSDK() {
		return nil, false
	}
	for key, f := range r.knownTo(t) {
		if _, here := known[key]; !here && f.Object != "" && r.leavesOutTests(f) {
			return nil, false
		}
	}
	records, err := t.known()
	for _, f := range records {
		if f.PkgPath == n.path() && r.leavesOutTests(f) {
			facts = append(facts, f)
		}
	}
	return facts, err == nil
}

// leavesOutTests reports whether a fact is that of a check which leaves out tests.
func (r *run) leavesOutTests(f driver.Record) bool {
	return slices.ContainsFunc(r.factful, func(a *analysis.Analyzer) bool {
		return analyzer.LeavesOutTests(a) && slices.ContainsFunc(a.FactTypes, func(of analysis.Fact) bool { return reflect.TypeOf(of) == reflect.TypeOf(f.Fact) })
	})
}

// importsSDK reports whether a package imports the SDK itself.
func (n *node) importsSDK() bool {
	return slices.ContainsFunc(n.imports, func(imp *node) bool { return trigger.IsSDK(imp.path()) })
}

// untie forgets the tests of packages for which they would be waited for in a circle:
// tests of one package may import another one whose tests import the first. Packages that
// wait for each other are found as Tarjan does it.
func untie(nodes []*node) {
	const done = math.MaxInt
	order := make(map[*node]int)
	var open []*node
	var visit func(n *node) int
	visit = func(n *node) int {
		if at, ok := order[n]; ok {
			return at
		}
		at, first := len(order), len(open)
		order[n] = at
		open = append(open, n)
		low := at
		for _, imp := range n.imports {
			low = min(low, visit(imp))
		}
		if n.tested != nil {
			low = min(low, visit(n.tested))
		}
		if low < at {
			return low
		}
		knot := open[first:]
		for _, m := range knot {
			order[m] = done
			if slices.Contains(knot, m.tested) {
				m.tested = nil
			}
		}
		open = open[:first]
		return done
	}
	for _, n := range nodes {
		visit(n)
	}
}
