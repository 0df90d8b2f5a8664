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
	reach reach
	mu    sync.Mutex       // is held while values are followed
	kept  []*kept          // the one that was used last is the last
	told  map[string]facts // by ID
}

// kept is what is known of a package.
type kept struct {
	id, key  string
	identity any // of the type-checked package
	flow     *editor.Flow
}

// concern reports whether a package may have to do with Stytch.
func (f *flows) concern(ctx context.Context, p Package) bool {
	return f.reach.sdk(p) || p.Mentions(ctx, "stytch")
}

// of returns what is known of a package that is type-checked, unless that is not wanted
// any more when those who came before have got theirs.
func (f *flows) of(ctx context.Context, p Package, checked Checked, wanted func() error) (*editor.Flow, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := wanted(); err != nil {
		return nil, err
	}
	v := &visit{flows: f, keys: make(map[string]string)}
	key, err := v.key(ctx, p)
	if err != nil {
		return nil, err
	}
	if k := f.recall(p.ID()); k != nil && k.identity == checked.Identity() && k.key == key {
		return k.flow, nil
	}
	known, err := v.known(ctx, p, checked.Syntax())
	if err != nil {
		return nil, err
	}
	result := checked.Syntax().Analyze(analyzers, known)[0]
	if result.Err != nil {
		return nil, result.Err
	}
	flow := result.Value.(*editor.Flow)
	f.keep(&kept{p.ID(), key, checked.Identity(), flow})
	return flow, nil
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

// tell returns those of the imports of a package that may have facts to tell. What the
// functions of the SDK do is known.
func (f *flows) tell(p Package) []Package {
	return slices.DeleteFunc(p.Imports(), func(imp Package) bool { return trigger.IsSDK(imp.Path()) || !f.reach.sdk(imp) })
}
