package lsp

import (
	"slices"
	"sync"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/trigger"
)

// reach knows which packages are of the SDK or import it, if only by others. Facts come
// from such packages alone.
type reach struct {
	mu    sync.Mutex
	graph any             // that the following is about
	known map[string]bool // by ID
}

// sdk reports whether a package reaches the SDK.
func (r *reach) sdk(p Package) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if g := p.Graph(); r.graph != g || r.known == nil {
		r.graph, r.known = g, make(map[string]bool)
	}
	return r.walk(p)
}

func (r *reach) walk(p Package) bool {
	id := p.ID()
	if known, ok := r.known[id]; ok {
		return known
	}
	r.known[id] = false // for those that, by a mistake, import each other
	r.known[id] = trigger.IsSDK(p.Path()) || slices.ContainsFunc(p.Imports(), r.walk)
	return r.known[id]
}
