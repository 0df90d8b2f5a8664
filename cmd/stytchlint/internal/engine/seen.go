package engine

import (
	"crypto/sha256"
	"fmt"
	"go/types"
	"io"
	"maps"
	"slices"

	"github.com/stytchlint/stytchlint/cmd/stytchlint/internal/cache"
)

// look finds out what those that import a package can see of its types, and whether
// those of the SDK are in view there. Of source that does not change, no more is seen
// than its key says.
func (r *run) look(n *node, pkg *types.Package) {
	if n.broken || !n.imported {
		return
	}
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(writeTypes(h, pkg))) {
		if other := r.byPath(n, path); other != nil && other != n {
			fmt.Fprintf(h, "%q %x\n", path, other.view)
			n.mentions = n.mentions || n.reachesSDK && other.mentions
		}
	}
	if !r.immutable(n) {
		n.view = cache.Key(h.Sum(nil))
	}
}

// writeTypes writes the declarations of a package that can be seen in another one, and
// of all its types, since those that are not exported may be parts of others. It returns
// the paths of the packages that they name. There are no positions: nothing changes when
// lines move.
func writeTypes(w io.Writer, pkg *types.Package) (named map[string]bool) {
	fmt.Fprintf(w, "package %s %q\n", pkg.Name(), pkg.Path())
	named = make(map[string]bool)
	qualify := func(other *types.Package) string {
		named[other.Path()] = true
		return other.Path()
	}
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		obj := scope.Lookup(name)
		t, isType := obj.(*types.TypeName)
		if !isType && !obj.Exported() {
			continue
		}
		fmt.Fprintln(w, types.ObjectString(obj, qualify))
		if c, ok := obj.(*types.Const); ok {
			fmt.Fprintln(w, c.Val().ExactString())
		}
		if !isType || t.IsAlias() {
			continue
		}
		if t, ok := t.Type().(*types.Named); ok {
			for m := range t.Methods() {
				fmt.Fprintln(w, types.ObjectString(m, qualify))
			}
		}
	}
	return named
}
