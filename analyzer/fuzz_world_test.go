package analyzer_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"hash/fnv"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// A world has the packages that a program may import: those of the standard
// library and those of testdata, the stand-in SDK among them. They are
// type-checked once for all tests.
type world struct {
	src   string // the folder of the packages
	paths []string
	load  func(path string) *packages.Package
	fset  *token.FileSet
	known map[string]*unit
	facts facts // about the packages that are known

	written *written

	checked, crashes int // how often the type checker was called, and crashed
}

// A unit is a package as an analyzer gets it.
type unit struct {
	path  string
	text  map[string][]byte
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	errs  []error // of the parser and of the type checker
}

// A file is one of the source.
type file struct {
	name string
	text []byte
}

func newWorld(tb testing.TB) *world {
	tb.Helper()
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		tb.Fatal(err)
	}
	load := fixtest.Importer(tb, dir)
	src := filepath.Join(dir, "src")
	w := &world{src: src, load: load, fset: load("errors").Fset, known: make(map[string]*unit), facts: make(facts)}
	w.written = &written{w, make(map[string]*types.Package), make(facts)}
	err = filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Name() == "vendor": // no importer would find these
			return filepath.SkipDir
		case !strings.HasSuffix(name, ".go"):
			return nil
		}
		rel, err := filepath.Rel(src, filepath.Dir(name))
		if p := filepath.ToSlash(rel); err == nil && !slices.Contains(w.paths, p) {
			w.paths = append(w.paths, p)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

// Import returns a package that files import.
func (w *world) Import(p string) (*types.Package, error) {
	if p == "unsafe" {
		return types.Unsafe, nil
	}
	if u, ok := w.known[p]; ok {
		return u.pkg, nil
	}
	pkg := w.load(p)
	if pkg == nil {
		return nil, fmt.Errorf("no package %q", p)
	}
	if !slices.Contains(w.paths, p) {
		return pkg.Types, nil
	}
	for _, imp := range slices.Sorted(maps.Keys(pkg.Imports)) { // the facts about these come first
		if _, err := w.Import(imp); err != nil {
			return nil, err
		}
	}
	u := &unit{path: p, text: make(map[string][]byte), files: pkg.Syntax, pkg: pkg.Types, info: pkg.TypesInfo}
	for _, err := range pkg.Errors {
		u.errs = append(u.errs, err)
	}
	for _, name := range pkg.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		u.text[name] = text
	}
	w.known[p] = u
	if _, err := analyze(u, w.fset, w.facts); err != nil {
		return nil, err
	}
	return u.pkg, nil
}

// A written is a world of which an importer knows no source, but what the
// compiler and the checks wrote about it.
type written struct {
	world *world
	known map[string]*types.Package
	facts facts
}

// Import returns a package that files import.
func (w *written) Import(p string) (*types.Package, error) {
	if pkg, ok := w.known[p]; ok || !slices.Contains(w.world.paths, p) {
		if ok {
			return pkg, nil
		}
		return w.world.Import(p)
	}
	source, err := w.world.Import(p)
	if err != nil || len(w.world.known[p].errs) > 0 {
		return source, err
	}
	return w.add(source, w.world.facts)
}

// add adds a package, and facts about it.
func (w *written) add(source *types.Package, known facts) (*types.Package, error) {
	imports := make(map[string]*types.Package)
	for dep := range reachable(source) {
		if dep == source {
			continue
		}
		again, err := w.Import(dep.Path())
		if err != nil {
			again = dep
		}
		imports[dep.Path()] = again
	}
	var data bytes.Buffer
	if err := gcexportdata.Write(&data, w.world.fset, source); err != nil {
		return nil, err
	}
	pkg, err := gcexportdata.Read(&data, w.world.fset, imports, source.Path())
	if err != nil {
		return nil, err
	}
	w.known[source.Path()] = pkg
	list, err := known.encode(source)
	if err != nil {
		return nil, err
	}
	kept, err := w.facts.decode(pkg, list)
	if err != nil {
		return nil, err
	}
	again, err := w.facts.encode(pkg)
	if err == nil && !slices.EqualFunc(kept, again, bytes.Equal) {
		err = fmt.Errorf("facts about %s are not what they were after they were written and read:\n%q\n%q", pkg.Path(), kept, again)
	}
	return pkg, err
}

// remove removes a package that was added.
func (w *written) remove(pkg *types.Package) {
	delete(w.known, pkg.Path())
	for k := range w.facts {
		if k.pkg == pkg {
			delete(w.facts, k)
		}
	}
}

// sources returns the files of a package of testdata, as if they lay in another
// folder.
func (w *world) sources(p, folder string, tests bool) []file {
	dir := filepath.Join(w.src, filepath.FromSlash(p))
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var files []file
	for _, e := range entries {
		name := e.Name()
		if ok, err := build.Default.MatchFile(dir, name); err != nil || !ok || !tests && strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil
		}
		files = append(files, file{path.Join(folder, p, name), text})
	}
	return files
}

// pick returns the package of testdata that a name stands for, whatever it is.
func (w *world) pick(name string) string {
	if slices.Contains(w.paths, name) {
		return name
	}
	h := fnv.New32()
	_, _ = h.Write([]byte(name))
	return w.paths[int(h.Sum32()%uint32(len(w.paths)))]
}

// check parses and type-checks a package. If it is turned, its files are not in
// the order of their positions. Without files, there is nothing to check.
func (w *world) check(p string, files []file, imp types.Importer, turned bool) (u *unit) {
	u = &unit{path: p, text: make(map[string][]byte), info: fixtest.NewInfo()}
	var external []*ast.File // the tests of a package from outside
	for _, f := range files {
		parsed, err := parser.ParseFile(w.fset, f.name, f.text, parser.ParseComments|parser.SkipObjectResolution)
		switch {
		case parsed == nil || parsed.Name == nil:
			continue
		case strings.HasSuffix(parsed.Name.Name, "_test"):
			external = append(external, parsed)
			continue
		case err != nil:
			u.errs = append(u.errs, err)
		}
		u.files = append(u.files, parsed)
		u.text[f.name] = f.text
	}
	if len(u.files) == 0 {
		u.files = external
		for _, f := range files {
			u.text[f.name] = f.text
		}
	}
	if turned {
		slices.Reverse(u.files)
	}
	conf := types.Config{
		GoVersion: "go1.26",
		Importer:  imp,
		Error:     func(err error) { u.errs = append(u.errs, err) },
		Sizes:     types.SizesFor("gc", "amd64"),
	}
	// The type checker itself crashes on some programs that nobody writes, and
	// with it every driver.
	w.checked++
	defer func() {
		if v := recover(); v != nil {
			w.crashes++
			u.files = nil
		}
	}()
	u.pkg, _ = conf.Check(p, w.fset, u.files, u.info) // the errors are collected
	return u
}

// forget removes the files from the file set that no package of the world has.
func (w *world) forget() {
	var files []*token.File
	for f := range w.fset.Iterate {
		if strings.HasPrefix(f.Name(), "/fuzz/") {
			files = append(files, f)
		}
	}
	for _, f := range files {
		w.fset.RemoveFile(f)
	}
}
