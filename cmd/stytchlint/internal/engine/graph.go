package engine

import (
	"go/types"
	"slices"
	"sync"

	"github.com/stytchlint/stytchlint/cmd/internal/driver"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// A node is a package in the graph of imports. What is below the first group is
// set once, by the function that is named there.
type node struct {
	*listed
	imports    []*node
	root       bool  // its findings are wanted
	named      bool  // by a pattern of its own
	reachesSDK bool  // it belongs to the SDK or imports it, directly or not
	tested     *node // the same package with its tests, if that is checked, too

	name bool // scan: its files hold a name, see trigger

	above    bool      // it holds a name or imports a package that does, directly or not
	imported bool      // by other packages than those that the go command makes for tests
	wanted   bool      // a package that may change imports it
	judging  sync.Once // judge
	matters  bool      // a check may have something to say about it

	resolving sync.Once // resolve
	again     bool      // all about it was kept
	key       cache.Key // what it is made of
	sums      []cache.Key
	unknown   bool      // nothing can be kept of it, nor of what imports it
	view      cache.Key // what those that import it can see of its types
	seen      cache.Key // the same, and the facts
	mentions  bool      // types of the SDK are in view through it
	tells     bool      // those that import it get to know facts for which they are worth to be looked at
	factData  []byte    // all facts that they get to know, as they are kept
	found     []Diagnostic
	errs      []error // of analyzers
	broken    bool    // it has errors, or a package that it imports has
	export    []byte  // its export data, if it was type-checked and somebody wants it

	decoding  sync.Once // known
	records   []driver.Record
	decodeErr error

	types      *types.Package // in the universe
	providing  sync.Once      // provide
	typesKept  bool           // that is where they are from, or
	fromSource bool           // from its source
	outside    []*node        // and these are the imports that are named outside of bodies
	keeping    sync.Once      // provideAgain
}

// newGraph returns the nodes for packages that are listed dependencies first.
func newGraph(all []*listed) []*node {
	nodes := make([]*node, 0, len(all))
	byPath := make(map[string]*node, len(all))
	tested := make(map[string]*node) // packages that are compiled with their tests, too
	for _, p := range all {
		n := &node{listed: p}
		nodes = append(nodes, n)
		byPath[p.ImportPath] = n
		if p.path() == p.ForTest {
			tested[p.ForTest] = n
		}
	}
	for _, n := range nodes {
		n.root = !n.DepOnly && !n.isTestMain() && (n.ForTest != "" || tested[n.ImportPath] == nil)
		n.tested = tested[n.ImportPath]
		n.named = n.root && slices.ContainsFunc(byPath[n.target()].Match, func(p string) bool { return !wildcard(p) })
		n.reachesSDK = trigger.IsSDK(n.path())
		for _, path := range n.Imports {
			if imp := byPath[path]; imp != nil { // not C and unsafe
				n.imports = append(n.imports, imp)
				n.reachesSDK = n.reachesSDK || imp.reachesSDK
			}
		}
	}
	untie(nodes)
	return nodes
}

// importOf returns the package that a path in the source of n stands for, nil if there
// is none.
func (n *node) importOf(path string) *node {
	if mapped, ok := n.ImportMap[path]; ok {
		path = mapped
	}
	for _, imp := range n.imports {
		if imp.ImportPath == path {
			return imp
		}
	}
	return nil
}

// judge finds out whether a package matters, after those that it imports, and
// loads it if it does. Only packages above a name can matter.
func (r *run) judge(n *node) {
	n.judging.Do(func() {
		var above []*node
		for _, imp := range n.imports {
			if imp.above {
				above = append(above, imp)
			}
		}
		each(above, r.judge)
		n.matters = n.named || n.name
		for _, imp := range above {
			n.matters = n.matters || imp.matters && (imp.tells || imp.mentions)
		}
		if n.matters {
			r.resolve(n)
		}
	})
}
