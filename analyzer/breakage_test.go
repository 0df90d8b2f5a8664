package analyzer_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// TestBreakages breaks the code that the checks are tested with in one place
// after the other, and lets all checks run on it: whatever an expression lacks,
// none panics. Places in several declarations of a file are broken at once.
func TestBreakages(t *testing.T) {
	t.Parallel()
	step := 499 // takes one place of so many; a prime, so that it meets all kinds
	if testing.Short() {
		step = 4999
	}
	dir, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	places, runs, broken := 0, 0, 0
	for _, pkg := range fixtest.Load(t, dir, nil, "./src/stytch...") {
		for i, file := range pkg.Syntax {
			name := pkg.Fset.File(file.FileStart).Name()
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var picked []breakage
			for _, b := range breakages(pkg.Fset, file) {
				places++
				if places%step == 0 {
					picked = append(picked, b)
				}
			}
			for _, group := range grouped(pkg.Fset, file, src, picked) {
				runs++
				ok, failure := analyzeBroken(pkg, i, group.of(src))
				if !ok {
					broken++
				}
				if failure != "" {
					t.Errorf("%s, with %v: %s", name, group, failure)
				}
			}
		}
	}
	t.Logf("%d places, %d runs, %d that do not compile", places, runs, broken)
	if broken < runs/2 {
		t.Errorf("only %d of %d programs do not compile", broken, runs)
	}
}

// A breakage replaces the bytes of a file from start to end.
type breakage struct {
	start, end int
	text       string
}

func (b breakage) String() string { return fmt.Sprintf("%q at byte %d to %d", b.text, b.start, b.end) }

// A group of breakages is in different places.
type group []breakage

// of returns what a group makes of a file.
func (g group) of(src []byte) []byte {
	slices.SortFunc(g, func(a, b breakage) int { return b.start - a.start })
	for _, b := range g {
		src = slices.Concat(src[:b.start], []byte(b.text), src[b.end:])
	}
	return src
}

// grouped returns breakages of a file in groups: each has one in a declaration,
// as far as they parse, since the parser leaves out what comes after an error.
func grouped(fset *token.FileSet, file *ast.File, src []byte, list []breakage) []group {
	var alone, groups []group
	layer := make(map[ast.Decl]int) // in how many groups there is one of the declaration
	base := fset.File(file.FileStart)
	for _, b := range list {
		i := slices.IndexFunc(file.Decls, func(d ast.Decl) bool { return base.Offset(d.Pos()) <= b.start && b.end <= base.Offset(d.End()) })
		if _, err := parser.ParseFile(token.NewFileSet(), "", group{b}.of(src), parser.SkipObjectResolution); err != nil || i < 0 {
			alone = append(alone, group{b})
			continue
		}
		n := layer[file.Decls[i]]
		layer[file.Decls[i]]++
		if n == len(groups) {
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], b)
	}
	return append(alone, groups...)
}

// breakages returns what is done to a file, one at a time.
func breakages(fset *token.FileSet, file *ast.File) []breakage {
	var list []breakage
	base := fset.File(file.FileStart)
	add := func(n ast.Node, text string) {
		list = append(list, breakage{base.Offset(n.Pos()), base.Offset(n.End()), text})
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			add(n, "nosuch")
			add(n, "nil")
			add(n, "_")
		case *ast.BasicLit:
			add(n, "7")
			add(n, `"x"`)
			add(n, "")
		case *ast.CallExpr:
			for _, arg := range n.Args {
				add(arg, "")
			}
			add(n, "nosuch()")
			if len(n.Args) > 0 {
				add(n.Args[0], "1, 2, 3")
			}
		case *ast.CompositeLit:
			if n.Type != nil {
				add(n.Type, "")
				add(n.Type, "int")
			}
		case *ast.BinaryExpr:
			add(n.X, "")
			add(n.Y, "(func() {})")
		case *ast.StarExpr, *ast.UnaryExpr, *ast.IndexExpr, *ast.TypeAssertExpr, *ast.FuncLit, *ast.SelectorExpr:
			add(n, "nosuch.f")
			add(n, "x y")
		case *ast.ImportSpec, *ast.BlockStmt, *ast.ReturnStmt, *ast.AssignStmt, *ast.FieldList, *ast.IfStmt, *ast.CaseClause:
			add(n, "")
		}
		return true
	})
	return list
}

// analyzeBroken runs all checks on a package of which one file is replaced. It
// reports whether that compiles, and what went wrong in the checks.
func analyzeBroken(pkg *packages.Package, index int, src []byte) (ok bool, failure string) {
	ok = true
	file, err := parser.ParseFile(pkg.Fset, fmt.Sprintf("broken%d.go", index), src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		ok = false
	}
	if file == nil {
		return ok, ""
	}
	files := slices.Clone(pkg.Syntax)
	files[index] = file
	info := fixtest.NewInfo()
	var typeErrors []types.Error
	conf := types.Config{
		Importer:    importsOf{pkg},
		Sizes:       pkg.TypesSizes,
		FakeImportC: true,
		Error: func(err error) {
			ok = false
			if err, is := err.(types.Error); is { //nolint:errorlint // it is what the type checker hands over
				typeErrors = append(typeErrors, err)
			}
		},
	}
	tpkg, _ := conf.Check(pkg.PkgPath, pkg.Fset, files, info)
	pass := analysis.Pass{
		Fset: pkg.Fset, Files: files, Pkg: tpkg, TypesInfo: info, TypesSizes: pkg.TypesSizes, TypeErrors: typeErrors,
		ReadFile:          os.ReadFile,
		Report:            func(analysis.Diagnostic) {},
		ImportObjectFact:  func(types.Object, analysis.Fact) bool { return false },
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportObjectFact:  func(types.Object, analysis.Fact) {},
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
	return ok, runAll(pass)
}

// An importsOf imports what a package has imported before.
type importsOf struct{ pkg *packages.Package }

func (i importsOf) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if imp := i.pkg.Imports[path]; imp != nil && imp.Types != nil {
		return imp.Types, nil
	}
	return nil, fmt.Errorf("no package %q", path)
}

// runAll runs all checks, and returns the error of one or the stack where one
// panics.
func runAll(pass analysis.Pass) (failure string) {
	defer func() {
		if v := recover(); v != nil {
			failure = fmt.Sprintf("%v\n%s", v, debug.Stack())
		}
	}()
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, done := results[a]; done {
			return
		}
		own := pass
		own.Analyzer, own.ResultOf = a, make(map[*analysis.Analyzer]any)
		for _, req := range a.Requires {
			run(req)
			own.ResultOf[req] = results[req]
		}
		result, err := a.Run(&own)
		if err != nil {
			failure += fmt.Sprintf("%s: %v\n", a.Name, err)
		}
		results[a] = result
	}
	for _, a := range analyzer.All() {
		run(a)
	}
	return failure
}
