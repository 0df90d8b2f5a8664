package stytchtext_test

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax | packages.NeedTypesInfo |
			packages.NeedDeps | packages.NeedModule,
		Dir:     testdata(t),
		Tests:   true,
		Env:     append(os.Environ(), "GOPATH="+testdata(t), "GO111MODULE=off", "GOWORK=off"),
		Overlay: overlay,
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) == 0 {
		t.Fatalf("no packages match %s", patterns)
	}
	return pkgs
}

// analyze returns what an analyzer does with each package.
func analyze(t *testing.T, a *analysis.Analyzer, pkgs []*packages.Package) []*checker.Action {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
	}
	return graph.Roots
}

// fixed returns the files that all fixes together change, as they are then.
func fixed(t *testing.T, actions []*checker.Action) map[string][]byte {
	t.Helper()
	type edit struct {
		start, end int
		text       string
	}
	edits := make(map[string][]edit)
	for _, act := range actions {
		for _, d := range act.Diagnostics {
			posn := act.Package.Fset.Position(d.Pos)
			if len(d.SuggestedFixes) > 1 {
				t.Errorf("%s: %d fixes for one finding", posn, len(d.SuggestedFixes))
			}
			for _, f := range d.SuggestedFixes {
				file := ""
				for _, e := range f.TextEdits {
					start := act.Package.Fset.PositionFor(e.Pos, false)
					if file != "" && file != start.Filename {
						t.Errorf("%s: a fix in several files", posn)
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
			t.Fatal(err)
		}
		slices.SortFunc(edits, func(a, b edit) int { return b.start - a.start })
		last := len(src)
		for _, e := range edits {
			if e.end > last {
				t.Errorf("%s: fixes overlap at byte %d", file, e.start)
				continue
			}
			src = slices.Concat(src[:e.start], []byte(e.text), src[e.end:])
			last = e.start
		}
		result[file] = src
	}
	return result
}

// problems returns the errors of packages, without their positions.
func problems(pkgs []*packages.Package) []string {
	var list []string
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			list = append(list, fmt.Sprintf("%s: %s", pkg.ID, err.Msg))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// All fixes of all shapes together leave formatted code that compiles, and so
// does one fix of each file at a time.
func TestFixedCodeCompiles(t *testing.T) {
	_, golden := shapes(t)
	before := load(t, nil, golden...)
	if errs := problems(before); len(errs) > 0 {
		t.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := analyze(t, stytchtext.Analyzer, before)
	overlay := make(map[string][]byte)
	var patterns []string
	// add makes copies of the packages that some fixes change. One load of them
	// all is much quicker.
	add := func(name string, actions []*checker.Action) (files int) {
		changed := fixed(t, actions)
		for file, src := range changed {
			if formatted, err := format.Source(src); err != nil || !bytes.Equal(src, formatted) {
				t.Errorf("%s: %s is not formatted: %v", name, file, err)
			}
		}
		for _, act := range actions {
			pkg := act.Package.PkgPath + name
			patterns = append(patterns, pkg)
			for _, file := range act.Package.GoFiles {
				src, ok := changed[file]
				if !ok {
					var err error
					if src, err = os.ReadFile(file); err != nil {
						t.Fatal(err)
					}
				}
				overlay[filepath.Join(testdata(t), "src", filepath.FromSlash(pkg), filepath.Base(file))] = src
			}
		}
		return len(changed)
	}
	if n := add("_all", actions); n < 5 {
		t.Errorf("only %d files have fixes", n)
	}
	for round := 0; ; round++ {
		var picked []*checker.Action
		for _, act := range actions {
			count := make(map[string]int)
			one := &checker.Action{Package: act.Package}
			for _, d := range act.Diagnostics {
				if file := act.Package.Fset.Position(d.Pos).Filename; len(d.SuggestedFixes) > 0 {
					if count[file] == round {
						one.Diagnostics = append(one.Diagnostics, d)
					}
					count[file]++
				}
			}
			if len(one.Diagnostics) > 0 {
				picked = append(picked, one)
			}
		}
		if len(picked) == 0 {
			break
		}
		add(fmt.Sprintf("_%d", round), picked)
	}
	for _, err := range problems(load(t, overlay, patterns...)) {
		t.Error(err)
	}
}

// Golden files are formatted Go without a mistake.
func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	overlay := make(map[string][]byte)
	for _, pkg := range golden {
		files, err := filepath.Glob(filepath.Join(testdata(t), "src", pkg, "*.golden"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if formatted, err := format.Source(src); err != nil || !bytes.Equal(src, formatted) {
				t.Errorf("%s is not formatted: %v", file, err)
			}
			overlay[strings.TrimSuffix(file, ".golden")] = src
		}
	}
	if len(overlay) == 0 {
		t.Skip("no golden files")
	}
	for _, err := range problems(load(t, overlay, golden...)) {
		t.Error(err)
	}
}
