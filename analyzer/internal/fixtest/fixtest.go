// Package fixtest helps tests to load the packages under testdata, to run an
// analyzer on them, and to apply its fixes without touching a file.
package fixtest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// trees are all that tests have loaded from, by the folder.
var (
	trees   = make(map[string]*tree)
	treesMu sync.Mutex
)

// Load returns the packages of the given patterns, with their tests, from the
// folder src of dir, as the go command would find them in a GOPATH. Files of
// overlay stand in for those on disk. Tests share what Load returns, and may change
// neither that nor the files.
func Load(tb testing.TB, dir string, overlay map[string][]byte, patterns ...string) []*packages.Package {
	tb.Helper()
	return load(tb, dir, overlay, nil, patterns...)
}

// Importer returns what returns the package that files of the folder src of dir
// import as a path, or nil if none does. One of the standard library has no syntax.
func Importer(tb testing.TB, dir string) func(path string) *packages.Package {
	tb.Helper()
	treesMu.Lock()
	defer treesMu.Unlock()
	t := treeOf(tb, dir)
	return func(path string) *packages.Package {
		treesMu.Lock()
		defer treesMu.Unlock()
		v := t.with(nil, nil)
		switch {
		case filepath.IsLocal(path) && v.folder(path) != nil:
			return v.pkg(unit{path: path})
		case std.files[path] != "":
			return std.pkg(path)
		}
		return nil
	}
}

func load(tb testing.TB, dir string, overlay map[string][]byte, known variants, patterns ...string) []*packages.Package {
	tb.Helper()
	treesMu.Lock()
	defer treesMu.Unlock()
	v := treeOf(tb, dir).with(overlay, known)
	var pkgs []*packages.Package
	seen := make(map[string]bool)
	for _, pattern := range patterns {
		paths, err := v.match(pattern)
		if err != nil {
			tb.Fatal(err)
		}
		if len(paths) == 0 {
			tb.Fatalf("no packages match %s", pattern)
		}
		for _, p := range paths {
			switch f := v.folder(p); {
			case f == nil:
				tb.Fatalf("no Go files in %s", v.dirOf(p))
			case len(f.CgoFiles) > 0:
				tb.Fatalf("%s has files for cgo, which is not run", v.dirOf(p))
			}
			for _, u := range v.units(p) {
				if !seen[u.id()] {
					seen[u.id()] = true
					pkgs = append(pkgs, v.pkg(u))
				}
			}
		}
	}
	return pkgs
}

// treeOf returns the tree of a folder.
func treeOf(tb testing.TB, dir string) *tree {
	tb.Helper()
	t := trees[dir]
	if t == nil {
		var err error
		if t, err = newTree(filepath.Join(dir, "src")); err != nil {
			tb.Fatal(err)
		}
		if err := std.need(t.imported); err != nil {
			tb.Fatal(err)
		}
		trees[dir] = t
	}
	return t
}

// Analyze returns what an analyzer does with each package. Tests share that, too.
func Analyze(tb testing.TB, a *analysis.Analyzer, pkgs []*packages.Package) []*checker.Action {
	tb.Helper()
	return AnalyzeAll(tb, []*analysis.Analyzer{a}, pkgs)
}

// AnalyzeAll returns what each of some analyzers does with each package.
func AnalyzeAll(tb testing.TB, list []*analysis.Analyzer, pkgs []*packages.Package) []*checker.Action {
	tb.Helper()
	return done.analyze(tb, list, pkgs)
}

// Fixed returns the files that all fixes together change, as they are then.
func Fixed(tb testing.TB, actions []*checker.Action) map[string][]byte {
	tb.Helper()
	type edit struct {
		start, end int
		text       string
	}
	edits := make(map[string][]edit)
	for _, act := range actions {
		for _, d := range act.Diagnostics {
			posn := act.Package.Fset.Position(d.Pos)
			if len(d.SuggestedFixes) > 1 {
				tb.Errorf("%s: %d fixes for one finding", posn, len(d.SuggestedFixes))
			}
			for _, f := range d.SuggestedFixes {
				file := ""
				for _, e := range f.TextEdits {
					start := act.Package.Fset.PositionFor(e.Pos, false)
					if file != "" && file != start.Filename {
						tb.Errorf("%s: a fix in several files", posn)
					}
					file = start.Filename
					// The package's own files are there again in its test.
					if e := (edit{start.Offset, start.Offset + int(e.End-e.Pos), string(e.NewText)}); !slices.Contains(edits[file], e) {
						edits[file] = append(edits[file], e)
					}
				}
			}
		}
	}
	result := make(map[string][]byte)
	for file, edits := range edits {
		src, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		slices.SortFunc(edits, func(a, b edit) int { return b.start - a.start })
		last := len(src)
		for _, e := range edits {
			if e.end > last {
				tb.Errorf("%s: fixes overlap at byte %d", file, e.start)
				continue
			}
			src = slices.Concat(src[:e.start], []byte(e.text), src[e.end:])
			last = e.start
		}
		result[file] = src
	}
	return result
}

// Problems returns the errors of packages, without their positions.
func Problems(pkgs []*packages.Package) []string {
	var list []string
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			list = append(list, fmt.Sprintf("%s: %s", pkg.ID, err.Msg))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
