//go:build !js

package types

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"
)

// Write returns a file with all packages of the standard library that programs may
// import, and with those of modules in the folder src of dir, which is a GOPATH. It is
// the same on every machine with the same version of Go. Nothing is compiled for it.
func Write(ctx context.Context, dir string) ([]byte, error) {
	src := filepath.Join(dir, "src")
	paths, err := modules(src)
	if err != nil {
		return nil, err
	}
	roots, err := packages.Load(&packages.Config{
		Context: ctx,
		Dir:     dir,
		Mode:    packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps | packages.NeedTypes,
		Env: append(os.Environ(), "GO111MODULE=off", "GOPATH="+dir, "GOFLAGS=", "GOWORK=off",
			"GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOEXPERIMENT="),
		ParseFile: func(fset *token.FileSet, name string, text []byte) (*ast.File, error) {
			file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
			if file != nil {
				dropBodies(file)
			}
			return file, err
		},
	}, append(paths, "std")...)
	if err != nil {
		return nil, err
	}
	var file bytes.Buffer
	w := zip.NewWriter(&file)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	slices.SortFunc(roots, func(a, b *packages.Package) int { return cmp.Compare(a.PkgPath, b.PkgPath) })
	for _, p := range roots {
		if !importable(p.PkgPath) {
			continue
		}
		if err := add(w, p); err != nil {
			return nil, fmt.Errorf("writing the types of %s: %w", p.PkgPath, err)
		}
	}
	err = w.Close()
	return file.Bytes(), err
}

// add adds a package to the file.
func add(w *zip.Writer, p *packages.Package) error {
	for _, e := range p.Errors {
		// Without bodies there are errors of types, of imports that are not used.
		if e.Kind != packages.TypeError {
			return e
		}
	}
	entry, err := w.CreateHeader(&zip.FileHeader{Name: p.PkgPath, Method: zip.Deflate})
	if err != nil {
		return err
	}
	return gcexportdata.Write(entry, nil, p.Types)
}

// modules returns the import paths of the packages in a folder that belong to modules,
// whose paths begin with the name of a host.
func modules(src string) ([]string, error) {
	seen := make(map[string]bool)
	err := filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		rel, err := filepath.Rel(src, filepath.Dir(name))
		path := filepath.ToSlash(rel)
		if host, _, _ := strings.Cut(path, "/"); strings.Contains(host, ".") && importable(path) {
			seen[path] = true
		}
		return err
	})
	return slices.Sorted(maps.Keys(seen)), err
}

// importable reports whether every program may import a package, and has reason to.
func importable(path string) bool {
	for part := range strings.SplitSeq(path, "/") {
		switch part {
		case "internal", "vendor", "unsafe", "v99": // the last stands for a version that is not there yet
			return false
		}
	}
	return true
}

func dropBodies(file *ast.File) {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			f.Body = nil
		}
	}
}
