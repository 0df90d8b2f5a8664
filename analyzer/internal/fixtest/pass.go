package fixtest

import (
	"go/types"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
)

// Source returns a package of one file, whose text is given, as if it lay at a path in
// the folder src of dir. It has to compile.
func Source(tb testing.TB, dir, path, src string) *packages.Package {
	tb.Helper()
	file := filepath.Join(dir, "src", filepath.FromSlash(path), filepath.Base(path)+".go")
	pkgs := Load(tb, dir, map[string][]byte{file: []byte(src)}, path)
	if errs := Problems(pkgs); len(errs) > 0 {
		tb.Fatal(errs)
	}
	return pkgs[0]
}

// Pass returns a pass of an analyzer over a package, for benchmarks: the dependencies
// have no facts, what is reported and exported is dropped, and of what the analyzer
// requires only the inspector and the directives, of which there are none, have results.
func Pass(a *analysis.Analyzer, pkg *packages.Package) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:  a,
		Fset:      pkg.Fset,
		Files:     pkg.Syntax,
		Pkg:       pkg.Types,
		TypesInfo: pkg.TypesInfo,
		ResultOf: map[*analysis.Analyzer]any{
			inspect.Analyzer: inspector.New(pkg.Syntax),
			ignore.Analyzer:  []*ignore.Directive(nil),
		},
		Report:           func(analysis.Diagnostic) {},
		ReadFile:         os.ReadFile,
		ImportObjectFact: func(types.Object, analysis.Fact) bool { return false },
		ExportObjectFact: func(types.Object, analysis.Fact) {},
		AllObjectFacts:   func() []analysis.ObjectFact { return nil },

		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
}
