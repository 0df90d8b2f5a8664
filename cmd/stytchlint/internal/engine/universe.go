package engine

import (
	"bytes"
	"errors"
	"fmt"
	"go/types"
	"io"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
)

// A universe has the packages as those see them that import them. At first they are
// all empty. A package is filled in one of two ways: it is type-checked from source,
// or read from export data, which tells of parts of other packages as well.
type universe struct {
	// Whoever reads export data holds the lock, since that may add to any
	// package; whoever works with types holds it for reading.
	sync.RWMutex

	plain    map[string]*types.Package            // by path
	variants map[string]map[string]*types.Package // those that are compiled for a test, by ForTest
}

// newUniverse makes the packages for nodes.
func newUniverse(nodes []*node) *universe {
	u := &universe{plain: make(map[string]*types.Package), variants: make(map[string]map[string]*types.Package)}
	for _, n := range nodes {
		if n.isTestMain() {
			continue
		}
		n.types = types.NewPackage(n.path(), n.Name)
		if n.path() == "unsafe" {
			n.types = types.Unsafe
		}
		if n.ForTest == "" {
			u.plain[n.path()] = n.types
			continue
		}
		if u.variants[n.ForTest] == nil {
			u.variants[n.ForTest] = make(map[string]*types.Package)
		}
		u.variants[n.ForTest][n.path()] = n.types
	}
	for _, n := range nodes {
		n.setImports()
	}
	return u
}

// setImports tells of what a package imports, whatever export data has to say.
func (n *node) setImports() {
	if n.types == nil || n.types == types.Unsafe {
		return
	}
	list := make([]*types.Package, 0, len(n.imports))
	for _, imp := range n.imports {
		list = append(list, imp.types)
	}
	n.types.SetImports(list)
}

// read fills the package of a node from export data.
func (r *run) readTypes(n *node, data io.Reader) error {
	u := r.universe
	u.Lock()
	defer u.Unlock()
	variants := u.variants[n.ForTest]
	hidden := make(map[string]*types.Package)
	for path, pkg := range variants {
		hidden[path], u.plain[path] = u.plain[path], pkg
	}
	defer func() {
		for path, pkg := range hidden {
			if u.plain[path] = pkg; pkg == nil {
				delete(u.plain, path)
			}
		}
	}()
	pkg, err := gcexportdata.Read(data, r.fset, u.plain, n.path())
	if err == nil && pkg != n.types {
		err = errors.New("it is about another package")
	}
	if err != nil {
		return fmt.Errorf("reading the types of %s: %w", n.ImportPath, err)
	}
	n.setImports()
	return nil
}

// exportData returns the export data of a package, nil if there can be none. It has
// no positions: what depends on it must not change when lines move.
func exportData(pkg *types.Package) (data []byte) {
	defer func() {
		if recover() != nil {
			data = nil // the package has errors
		}
	}()
	var b bytes.Buffer
	if err := gcexportdata.Write(&b, nil, pkg); err != nil {
		return nil
	}
	return b.Bytes()
}
