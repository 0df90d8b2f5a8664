package fixtest

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/scanner"
	"go/types"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"
)

// A unit is what is type-checked together. As the go command does, a package is
// taken again, with its internal tests, for its external test, and so is whatever
// imports it in between.
type unit struct {
	path     string
	test     string // the import path of the package for whose test it is, or ""
	external bool
}

func (u unit) id() string {
	switch {
	case u.external:
		return fmt.Sprintf("%s_test [%[1]s.test]", u.path)
	case u.test != "":
		return fmt.Sprintf("%s [%s.test]", u.path, u.test)
	}
	return u.path
}

// units returns a package and its tests.
func (v *view) units(p string) []unit {
	var list []unit
	f := v.folder(p)
	if len(f.GoFiles) > 0 {
		list = append(list, unit{path: p})
	}
	if len(f.TestGoFiles) > 0 {
		list = append(list, unit{path: p, test: p})
	}
	if len(f.XTestGoFiles) > 0 {
		list = append(list, unit{path: p, test: p, external: true})
	}
	return list
}

// contents returns the names of the files of a unit, and what they import.
func (u unit) contents(f *build.Package) (files, imports []string) {
	switch {
	case u.external:
		return f.XTestGoFiles, f.XTestImports
	case u.test == u.path:
		return slices.Concat(f.GoFiles, f.TestGoFiles), slices.Concat(f.Imports, f.TestImports)
	}
	return f.GoFiles, f.Imports
}

// pkg returns a unit as the analysis takes it.
func (v *view) pkg(u unit) *packages.Package {
	id := u.id()
	if pkg, ok := v.packages[id]; ok {
		return pkg
	}
	v.packages[id] = nil
	folder := v.folder(u.path)
	files, paths := u.contents(folder)
	imports := make(map[string]*packages.Package)
	_, v.differs[id] = v.touched[u.path]
	for _, p := range paths {
		dep, ok := v.imported(u, p)
		if !ok {
			if pkg := std.pkg(p); pkg != nil {
				imports[p] = pkg
			}
			continue
		}
		if pkg := v.pkg(dep); pkg != nil {
			imports[p] = pkg
		}
		v.differs[id] = v.differs[id] || v.differs[dep.id()]
	}
	known, key := v.tree.packages, id
	if v.differs[id] {
		known, key = v.variants, v.key(id, u.path, imports)
	}
	pkg := known[key]
	if pkg == nil {
		pkg = &packages.Package{ID: id, PkgPath: u.path, Dir: folder.Dir, ForTest: u.test, Imports: imports}
		if u.external {
			pkg.PkgPath += "_test"
		}
		for _, name := range files {
			pkg.GoFiles = append(pkg.GoFiles, filepath.Join(folder.Dir, name))
		}
		pkg.CompiledGoFiles = pkg.GoFiles
		for _, name := range slices.Concat(folder.SFiles, folder.HFiles, folder.CFiles) {
			pkg.OtherFiles = append(pkg.OtherFiles, filepath.Join(folder.Dir, name))
		}
		for _, name := range slices.Concat(folder.IgnoredGoFiles, folder.CgoFiles) {
			pkg.IgnoredFiles = append(pkg.IgnoredFiles, filepath.Join(folder.Dir, name))
		}
		v.check(pkg)
	}
	if known != nil {
		known[key] = pkg
	}
	if !v.differs[id] {
		done.keep(pkg)
	}
	v.packages[id] = pkg
	return pkg
}

// imported returns what a unit imports as p, or false if that is not in the tree.
func (v *view) imported(u unit, p string) (unit, bool) {
	path := v.resolve(u.path, p)
	if path == "" {
		return unit{}, false
	}
	dep := unit{path: path}
	between := u.external || u.test != "" && u.test != u.path
	if between && len(v.folder(u.test).TestGoFiles) > 0 && v.reaches(path, u.test) {
		dep.test = u.test
	}
	return dep, true
}

// check parses and type-checks a package.
func (v *view) check(pkg *packages.Package) {
	fail := func(err error) {
		var list scanner.ErrorList
		var one types.Error
		switch {
		case errors.As(err, &list):
			for _, e := range list {
				pkg.Errors = append(pkg.Errors, packages.Error{Pos: e.Pos.String(), Msg: e.Msg, Kind: packages.ParseError})
			}
		case errors.As(err, &one):
			pkg.TypeErrors = append(pkg.TypeErrors, one)
			pkg.Errors = append(pkg.Errors, packages.Error{Pos: fset.Position(one.Pos).String(), Msg: one.Msg, Kind: packages.TypeError})
		default:
			pkg.Errors = append(pkg.Errors, packages.Error{Pos: "-", Msg: err.Error()})
		}
	}
	pkg.Fset = fset
	for _, name := range pkg.GoFiles {
		var src any
		if text, ok := v.overlay[name]; ok {
			src = text
		}
		file, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.AllErrors|parser.SkipObjectResolution)
		if err != nil {
			fail(err)
		}
		if file != nil {
			pkg.Syntax = append(pkg.Syntax, file)
		}
	}
	pkg.TypesSizes, pkg.TypesInfo = sizes, NewInfo()
	conf := types.Config{
		Sizes: pkg.TypesSizes,
		Error: fail,
		Importer: importerFunc(func(p string) (*types.Package, error) {
			if imp := pkg.Imports[p]; imp != nil {
				return imp.Types, nil
			}
			if p == "unsafe" {
				return types.Unsafe, nil
			}
			return nil, fmt.Errorf("no package %q", p)
		}),
	}
	for _, file := range pkg.Syntax {
		if pkg.Name == "" {
			pkg.Name = file.Name.Name
		}
	}
	pkg.Types = types.NewPackage(pkg.PkgPath, pkg.Name)
	if err := types.NewChecker(&conf, fset, pkg.Types, pkg.TypesInfo).Files(pkg.Syntax); err != nil && len(pkg.Errors) == 0 {
		fail(err)
	}
	pkg.IllTyped = len(pkg.Errors) > 0
	for _, imp := range pkg.Imports {
		pkg.IllTyped = pkg.IllTyped || imp.IllTyped
	}
}

var sizes = types.SizesFor("gc", build.Default.GOARCH)

// NewInfo returns what a type-checker has to fill for analyzers.
func NewInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Instances:    make(map[*ast.Ident]types.Instance),
		Scopes:       make(map[ast.Node]*types.Scope),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		FileVersions: make(map[*ast.File]string),
	}
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }
