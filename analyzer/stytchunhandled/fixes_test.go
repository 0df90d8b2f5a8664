package stytchunhandled_test

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, testdata(t), testdata(t), overlay, patterns...)
}

// All fixes of all shapes together leave formatted code that compiles, and so
// does one fix of each file at a time.
func TestFixedCodeCompiles(t *testing.T) {
	_, golden := shapes(t)
	before := load(t, nil, golden...)
	if errs := fixtest.Problems(before); len(errs) > 0 {
		t.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := fixtest.Analyze(t, stytchunhandled.Analyzer, before)
	overlay := make(map[string][]byte)
	var patterns []string
	// add makes copies of the packages that some fixes change. One load of them
	// all is much quicker.
	add := func(name string, actions []*checker.Action) (files int) {
		changed := fixtest.Fixed(t, actions)
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
	for _, err := range fixtest.Problems(load(t, overlay, patterns...)) {
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
	for _, err := range fixtest.Problems(load(t, overlay, golden...)) {
		t.Error(err)
	}
}
