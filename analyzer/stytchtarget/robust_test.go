package stytchtarget_test

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
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

// analyze returns what the analyzer does with each package.
func analyze(t *testing.T, pkgs []*packages.Package) []*checker.Action {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{stytchtarget.Analyzer}, pkgs, &checker.Options{SanityCheck: true})
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

// Golden files are formatted Go without a mistake.
func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	if len(golden) == 0 {
		t.Skip("no golden files")
	}
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
	for _, err := range problems(load(t, overlay, golden...)) {
		t.Error(err)
	}
}

// All shapes compile, so that what they show is not due to a mistake in them.
func TestShapesCompile(t *testing.T) {
	plain, golden := shapes(t)
	for _, err := range problems(load(t, nil, slices.Concat(plain, golden)...)) {
		t.Error(err)
	}
}

// All fixes of all shapes together leave code that compiles, and in which
// nothing is left to fix.
func TestFixedCodeCompiles(t *testing.T) {
	plain, golden := shapes(t)
	overlay := fixed(t, analyze(t, load(t, nil, slices.Concat(plain, golden)...)))
	if *only == "" && len(overlay) < 10 {
		t.Errorf("only %d files have fixes", len(overlay))
	}
	changed := make(map[string]bool)
	for file := range overlay {
		dir, err := filepath.Rel(filepath.Join(testdata(t), "src"), filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		changed[filepath.ToSlash(dir)] = true
	}
	if len(changed) == 0 {
		t.Skip("no fixes")
	}
	after := load(t, overlay, slices.Sorted(maps.Keys(changed))...)
	for _, err := range problems(after) {
		t.Errorf("after the fixes: %s", err)
	}
	for file := range fixed(t, analyze(t, after)) {
		t.Errorf("%s: the fixes leave something to fix", file)
	}
}

// Every beginning of a program is a program that someone was writing.
func TestHalfWrittenFiles(t *testing.T) {
	files := []string{
		"both/both.go", "fixbuilt/fixbuilt_test.go", "fixresults/fixresults.go", "fixuses/fixuses.go",
		"places/places.go", "asking/asking.go", "unchecked/unchecked.go", "compare/compare.go",
	}
	step := 97
	if testing.Short() {
		step = 997
	}
	// All beginnings are packages of one load, which is much quicker.
	overlay := make(map[string][]byte)
	var patterns []string
	root := filepath.Join(testdata(t), "src", "stytchtarget")
	for _, file := range files {
		src, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		for end := bytes.Index(src, []byte("\n)\n")); end < len(src); end += step {
			name := fmt.Sprintf("half%s%d", strings.TrimSuffix(filepath.Base(file), ".go"), end)
			overlay[filepath.Join(root, name, "half.go")] = src[:end]
			patterns = append(patterns, "stytchtarget/"+name)
		}
	}
	analyze(t, load(t, overlay, patterns...))
}
