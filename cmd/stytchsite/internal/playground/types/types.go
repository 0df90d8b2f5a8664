// Package types holds the types of the packages that programs in the playground may
// import, as a file made ahead. What checks know of functions of packages comes from
// tables of theirs, for all of these packages.
package types

import (
	"archive/zip"
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"io"

	"golang.org/x/tools/go/gcexportdata"
)

// A Bundle has packages. Each is read when it is imported first. It is a
// types.Importer, for one goroutine at a time.
type Bundle struct {
	entries  map[string]*zip.File // by the import path
	packages map[string]*types.Package
}

// Open returns the packages in a file that Write made.
func Open(file []byte) (*Bundle, error) {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("the types of packages cannot be read: %w", err)
	}
	b := &Bundle{entries: make(map[string]*zip.File), packages: make(map[string]*types.Package)}
	for _, f := range r.File {
		b.entries[f.Name] = f
	}
	return b, nil
}

// Has reports whether a package is there.
func (b *Bundle) Has(path string) bool { return path == "unsafe" || b.entries[path] != nil }

// Import returns a package.
func (b *Bundle) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := b.packages[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	f := b.entries[path]
	if f == nil {
		return nil, fmt.Errorf("there is no package %s", path)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("reading the types of %s: %w", path, err)
	}
	defer r.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading the types of %s: %w", path, err)
	}
	// They have no positions, and need no file set of anybody.
	return gcexportdata.Read(bytes.NewReader(data), token.NewFileSet(), b.packages, path)
}
