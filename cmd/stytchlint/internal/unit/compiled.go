package unit

import (
	"fmt"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// Compiled reads the types of the packages that a unit imports from what the
// compiler wrote about them. It is a types.Importer for the source of the unit.
type Compiled struct {
	cfg      *Config
	fset     *token.FileSet
	packages map[string]*types.Package
}

// NewCompiled returns an importer for a unit. What it reads has its positions in
// fset.
func NewCompiled(cfg *Config, fset *token.FileSet) *Compiled {
	return &Compiled{cfg: cfg, fset: fset, packages: make(map[string]*types.Package)}
}

// Import returns the package for an import path in the source of the unit.
func (c *Compiled) Import(importPath string) (*types.Package, error) {
	path, ok := c.cfg.ImportMap[importPath]
	if !ok {
		return nil, fmt.Errorf("can't resolve import %q", importPath)
	}
	return c.Package(path)
}

// Package returns the package with a path.
func (c *Compiled) Package(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := c.packages[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	file, ok := c.cfg.PackageFile[path]
	if !ok {
		return nil, fmt.Errorf("no export data for %q", path)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()                     //nolint:errcheck // only read
	r, err := gcexportdata.NewReader(f) //nolint:staticcheck // the go command names archives of the compiler, and does so in Go 1.27
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(r, c.fset, c.packages, path)
}
