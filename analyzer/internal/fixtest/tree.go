package fixtest

import (
	"bytes"
	"fmt"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing/fstest"

	"golang.org/x/tools/go/packages"
)

// A tree has the packages below a folder. Each is read and type-checked once for
// all tests of a program.
type tree struct {
	src      string
	imported []string                     // what the files import that is not in the tree
	vendors  map[string]bool              // the paths of folders that have one named vendor
	folders  map[string]*build.Package    // by import path; nil if it has no Go files
	packages map[string]*packages.Package // by ID
}

func newTree(src string) (*tree, error) {
	t := &tree{src: src, vendors: make(map[string]bool), folders: make(map[string]*build.Package), packages: make(map[string]*packages.Package)}
	err := filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "vendor":
			p, _ := t.pathOf(filepath.Dir(name))
			t.vendors[p] = true
		case strings.HasSuffix(name, ".go"):
			file, _ := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
			for _, spec := range file.Imports {
				p, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					continue
				}
				if _, err := os.Stat(t.dirOf(p)); err != nil {
					t.imported = append(t.imported, p)
				}
			}
		}
		return nil
	})
	slices.Sort(t.imported)
	t.imported = slices.Compact(t.imported)
	return t, err
}

func (t *tree) dirOf(p string) string { return filepath.Join(t.src, filepath.FromSlash(p)) }

func (t *tree) pathOf(dir string) (string, bool) {
	rel, err := filepath.Rel(t.src, dir)
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

// A view is a tree in which some files are replaced or added.
type view struct {
	*tree
	overlay  map[string][]byte
	touched  map[string][]string          // such files, by the import path of the folder
	folders  map[string]*build.Package    // what is in those
	packages map[string]*packages.Package // by ID, all that were asked for; nil while one is type-checked
	differs  map[string]bool              // by ID: whether it, or what it imports, is touched
	variants variants                     // of packages that differ; nil if none is kept
}

// Variants are packages that differ from those on disk, by what makes them what
// they are: where several overlays have the same text in a package, and in what it
// imports, it is type-checked once.
type variants map[string]*packages.Package

// key returns what a unit with some imports is kept by.
func (v *view) key(id, folder string, imports map[string]*packages.Package) string {
	var b strings.Builder
	b.WriteString(id)
	files := slices.Sorted(slices.Values(v.touched[folder]))
	for _, file := range files {
		fmt.Fprintf(&b, "\x00%s\x00%s", file, v.overlay[file])
	}
	for _, p := range slices.Sorted(maps.Keys(imports)) {
		fmt.Fprintf(&b, "\x00%s\x00%p", p, imports[p])
	}
	return b.String()
}

func (t *tree) with(overlay map[string][]byte, known variants) *view {
	v := &view{t, overlay, make(map[string][]string), make(map[string]*build.Package), make(map[string]*packages.Package), make(map[string]bool), known}
	for file := range overlay {
		if p, ok := t.pathOf(filepath.Dir(file)); ok {
			v.touched[p] = append(v.touched[p], file)
		}
	}
	return v
}

// match returns the import paths for a pattern of the go command.
func (v *view) match(pattern string) ([]string, error) {
	pattern = strings.TrimPrefix(pattern, "./src/")
	prefix, wild := strings.CutSuffix(pattern, "...")
	if !wild {
		return []string{pattern}, nil
	}
	var paths []string
	add := func(p string) {
		if (strings.HasPrefix(p, prefix) || p+"/" == prefix) && v.folder(p) != nil {
			paths = append(paths, p)
		}
	}
	err := filepath.WalkDir(v.src, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || name == v.src {
			return err
		}
		if n := d.Name(); n == "vendor" || n == "testdata" || strings.HasPrefix(n, "_") || strings.HasPrefix(n, ".") {
			return fs.SkipDir
		}
		p, _ := v.pathOf(name)
		add(p)
		return nil
	})
	for p := range v.touched {
		add(p)
	}
	slices.Sort(paths)
	return slices.Compact(paths), err
}

// folder returns what is in the folder of an import path, or nil if there are no
// Go files for this system in it.
func (v *view) folder(p string) *build.Package {
	folders, ctx := v.tree.folders, build.Default
	if files, ok := v.touched[p]; ok {
		folders = v.folders
		ctx.IsDir = func(string) bool { return true }
		ctx.ReadDir = func(dir string) ([]fs.FileInfo, error) { return v.readDir(dir, files) }
		ctx.OpenFile = v.open
	}
	f, ok := folders[p]
	if !ok {
		// Whatever the error, the parser and the type checker will find it, too.
		f, _ = ctx.ImportDir(v.dirOf(p), 0)
		if f != nil && len(f.GoFiles)+len(f.CgoFiles)+len(f.TestGoFiles)+len(f.XTestGoFiles) == 0 {
			f = nil
		}
		folders[p] = f
	}
	return f
}

// readDir returns the files in a folder, with those of the overlay.
func (v *view) readDir(dir string, overlay []string) ([]fs.FileInfo, error) {
	files := make(fstest.MapFS)
	if entries, err := os.ReadDir(dir); err == nil {
		for _, e := range entries {
			files[e.Name()] = &fstest.MapFile{Mode: e.Type()}
		}
	}
	for _, file := range overlay {
		files[filepath.Base(file)] = new(fstest.MapFile)
	}
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var list []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		list = append(list, info)
	}
	return list, nil
}

func (v *view) open(file string) (io.ReadCloser, error) {
	if src, ok := v.overlay[file]; ok {
		return io.NopCloser(bytes.NewReader(src)), nil
	}
	return os.Open(file)
}

// resolve returns the import path of what a package imports as p, or "" if that
// is not in the tree.
func (v *view) resolve(importer, p string) string {
	for dir := importer; dir != "."; dir = path.Dir(dir) {
		if vendored := path.Join(dir, "vendor", p); v.vendors[dir] && v.folder(vendored) != nil {
			return vendored
		}
	}
	if v.folder(p) != nil {
		return p
	}
	return ""
}

// reaches reports whether a package is another one or imports it, directly or not.
func (v *view) reaches(p, other string) bool {
	seen := make(map[string]bool)
	var walk func(p string) bool
	walk = func(p string) bool {
		if p == "" || seen[p] {
			return false
		}
		seen[p] = true
		return p == other || slices.ContainsFunc(v.folder(p).Imports, func(i string) bool { return walk(v.resolve(p, i)) })
	}
	return walk(p)
}
