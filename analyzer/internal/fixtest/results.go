package fixtest

import (
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Results are what analyzers did with packages. No test may change a package, so
// that an analyzer does the same with it each time.
type results struct {
	mu sync.Mutex
	of map[*packages.Package]map[*analysis.Analyzer]*checker.Action
}

// done has the packages of all trees, as they lie on disk.
var done results

// keep keeps what will be done with a package.
func (r *results) keep(pkg *packages.Package) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of == nil {
		r.of = make(map[*packages.Package]map[*analysis.Analyzer]*checker.Action)
	}
	if r.of[pkg] == nil {
		r.of[pkg] = make(map[*analysis.Analyzer]*checker.Action)
	}
}

// analyze returns what each of some analyzers does with each package, in this
// order. Of the packages that are kept, each is analyzed once.
func (r *results) analyze(tb testing.TB, list []*analysis.Analyzer, pkgs []*packages.Package) []*checker.Action {
	tb.Helper()
	type job struct {
		a   *analysis.Analyzer
		pkg *packages.Package
	}
	known := make(map[job]*checker.Action)
	var left []*packages.Package
	r.mu.Lock()
	for _, pkg := range pkgs {
		whole := true
		for _, a := range list {
			act := r.of[pkg][a]
			known[job{a, pkg}] = act
			whole = whole && act != nil
		}
		if !whole {
			left = append(left, pkg)
		}
	}
	r.mu.Unlock()
	graph, err := checker.Analyze(list, left, &checker.Options{SanityCheck: true})
	if err != nil {
		tb.Fatal(err)
	}
	r.mu.Lock()
	for _, act := range graph.Roots {
		known[job{act.Analyzer, act.Package}] = act
		if of, ok := r.of[act.Package]; ok {
			of[act.Analyzer] = act
		}
	}
	r.mu.Unlock()
	var actions []*checker.Action
	for _, a := range list {
		for _, pkg := range pkgs {
			act := known[job{a, pkg}]
			if act.Err != nil {
				tb.Errorf("%s: %v", act, act.Err)
			}
			actions = append(actions, act)
		}
	}
	return actions
}
