package engine

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
)

// namedIn returns the imports that files name something of, or may: what only the bodies
// of functions name need not be loaded.
func (n *node) namedIn(files []*ast.File) []*node {
	var list []*node
	seen := make(map[*node]bool)
	for _, f := range files {
		names := make(map[string]bool)
		ast.Inspect(f, func(node ast.Node) bool {
			if sel, ok := node.(*ast.SelectorExpr); ok {
				if id, ok := sel.X.(*ast.Ident); ok {
					names[id.Name] = true
				}
			}
			return true
		})
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value) // the parser did that
			imp := n.importOf(path)
			if imp == nil || seen[imp] {
				continue
			}
			name := imp.Name
			if spec.Name != nil {
				name = spec.Name.Name
			}
			if name == "." || names[name] {
				seen[imp] = true
				list = append(list, imp)
			}
		}
	}
	return list
}

// A sourceImporter is for the imports in the source of a package: of all of it, or of what is
// outside of the bodies of functions.
type sourceImporter struct {
	*node
	whole bool
}

// Import implements types.Importer.
func (i sourceImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	imp := i.importOf(path)
	switch {
	case imp == nil:
	case !i.whole && !slices.Contains(i.outside, imp):
		unnamed := types.NewPackage(imp.path(), imp.Name)
		unnamed.MarkComplete()
		return unnamed, nil
	case imp.types.Complete():
		return imp.types, nil
	}
	return nil, fmt.Errorf("no package %q", path)
}
