package lsp

import (
	"context"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/editor"
	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// maxFlows bounds how many packages are remembered as a whole. Each holds its syntax
// and types.
const maxFlows = 8

// flows keeps what is known of packages for as long as they do not change.
type flows struct {
	mu      sync.Mutex
	graph   any              // that the following is about
	reaches map[string]bool  // whether a package imports the SDK, if only by others; by ID
	kept    []*kept          // the one that was used last is the last
	told    map[string]facts // by ID
}

// kept is what is known of a package.
type kept struct {
	id, key  string
	identity any // of the type-checked package
	flow     *editor.Flow
}

// of returns what is known of a package and the package itself, nil if it has nothing to do with Stytch.
func (f *flows) of(ctx context.Context, p Package) (*editor.Flow, Checked, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if !f.reachesSDK(p) && !p.Mentions(ctx, "stytch") {
		return nil, nil, nil
	}
	checked, err := p.Check(ctx)
	if err != nil {
		return nil, nil, err
	}
	v := &visit{flows: f, keys: make(map[string]string)}
	key, err := v.key(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	if k := f.recall(p.ID()); k != nil && k.identity == checked.Identity() && k.key == key {
		return k.flow, checked, nil
	}
	known, err := v.known(ctx, p, checked.Syntax())
	if err != nil {
		return nil, nil, err
	}
	result := checked.Syntax().Analyze(analyzers, known)[0]
	if result.Err != nil {
		return nil, nil, result.Err
	}
	flow := result.Value.(*editor.Flow)
	f.keep(&kept{p.ID(), key, checked.Identity(), flow})
	return flow, checked, nil
}

var analyzers = []*analysis.Analyzer{editor.Analyzer}

// recall returns what was kept of a package, nil if nothing was, and is the one that
// was used last then.
func (f *flows) recall(id string) *kept {
	i := slices.IndexFunc(f.kept, func(k *kept) bool { return k.id == id })
	if i < 0 {
		return nil
	}
	k := f.kept[i]
	f.kept = append(slices.Delete(f.kept, i, i+1), k)
	return k
}

// keep keeps what is known of a package in the place of what was kept of it before.
func (f *flows) keep(k *kept) {
	f.kept = slices.DeleteFunc(f.kept, func(old *kept) bool { return old.id == k.id })
	f.kept = append(f.kept, k)
	if len(f.kept) > maxFlows {
		f.kept = slices.Delete(f.kept, 0, 1)
	}
}

// reachesSDK reports whether a package is of the SDK or imports it, if only by others.
// Facts come from such packages alone.
func (f *flows) reachesSDK(p Package) bool {
	if g := p.Graph(); f.graph != g || f.reaches == nil {
		f.graph, f.reaches = g, make(map[string]bool)
	}
	id := p.ID()
	if known, ok := f.reaches[id]; ok {
		return known
	}
	f.reaches[id] = false // for those that, by a mistake, import each other
	f.reaches[id] = trigger.IsSDK(p.Path()) || slices.ContainsFunc(p.Imports(), f.reachesSDK)
	return f.reaches[id]
}

// tell returns those of the imports of a package that may have facts to tell. What the
// functions of the SDK do is known.
func (f *flows) tell(p Package) []Package {
	return slices.DeleteFunc(p.Imports(), func(imp Package) bool { return trigger.IsSDK(imp.Path()) || !f.reachesSDK(imp) })
}
