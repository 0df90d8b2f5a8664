package fixtest

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// GoldenFiles checks that the golden files of packages below dir are formatted
// Go that compiles. There must be some.
func GoldenFiles(t *testing.T, dir string, pkgs ...string) {
	t.Helper()
	overlay := make(map[string][]byte)
	for _, pkg := range pkgs {
		files, err := filepath.Glob(filepath.Join(dir, "src", filepath.FromSlash(pkg), "*.golden"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			checkFormat(t, file, src)
			overlay[strings.TrimSuffix(file, ".golden")] = src
		}
	}
	if len(overlay) == 0 {
		t.Fatal("no golden files")
	}
	for _, err := range Problems(Load(t, dir, dir, overlay, pkgs...)) {
		t.Error(err)
	}
}

// EachFix checks that all fixes of an analyzer in packages below dir leave
// formatted code that compiles: all of them together, which must change a
// number of files at least, and each of a file alone.
func EachFix(t *testing.T, a *analysis.Analyzer, dir string, files int, pkgs ...string) {
	t.Helper()
	before := Load(t, dir, dir, nil, pkgs...)
	if errs := Problems(before); len(errs) > 0 {
		t.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := Analyze(t, a, before)
	c := copies{dir: dir, overlay: make(map[string][]byte)}
	if n := c.add(t, "_all", actions); n < files {
		t.Errorf("only %d files have fixes, want %d", n, files)
	}
	for round := 0; ; round++ {
		picked := nth(actions, round)
		if len(picked) == 0 {
			break
		}
		c.add(t, fmt.Sprintf("_%d", round), picked)
	}
	for _, err := range Problems(Load(t, dir, dir, c.overlay, c.patterns...)) {
		t.Error(err)
	}
}

// nth returns what an analyzer did with packages, with the n-th fixable finding
// of each file alone, counted from 0; without the packages that have none.
func nth(actions []*checker.Action, n int) []*checker.Action {
	var picked []*checker.Action
	for _, act := range actions {
		count := make(map[string]int)
		one := &checker.Action{Package: act.Package}
		for _, d := range act.Diagnostics {
			if len(d.SuggestedFixes) == 0 {
				continue
			}
			file := act.Package.Fset.Position(d.Pos).Filename
			if count[file] == n {
				one.Diagnostics = append(one.Diagnostics, d)
			}
			count[file]++
		}
		if len(one.Diagnostics) > 0 {
			picked = append(picked, one)
		}
	}
	return picked
}

// Copies are packages with some fixes applied, under other names: one load of
// them all is much quicker than many.
type copies struct {
	dir      string
	overlay  map[string][]byte
	patterns []string
}

// add copies packages, with the fixes of their findings applied, and returns how
// many files those change.
func (c *copies) add(t *testing.T, suffix string, actions []*checker.Action) int {
	t.Helper()
	changed := Fixed(t, actions)
	for file, src := range changed {
		checkFormat(t, file, src)
	}
	for _, act := range actions {
		c.copyOf(t, act.Package, suffix, changed)
	}
	return len(changed)
}

func (c *copies) copyOf(t *testing.T, pkg *packages.Package, suffix string, changed map[string][]byte) {
	t.Helper()
	path := pkg.PkgPath + suffix
	c.patterns = append(c.patterns, path)
	for _, file := range pkg.GoFiles {
		src, ok := changed[file]
		if !ok {
			var err error
			if src, err = os.ReadFile(file); err != nil {
				t.Fatal(err)
			}
		}
		c.overlay[filepath.Join(c.dir, "src", filepath.FromSlash(path), filepath.Base(file))] = src
	}
}

func checkFormat(t *testing.T, file string, src []byte) {
	t.Helper()
	if formatted, err := format.Source(src); err != nil || !bytes.Equal(src, formatted) {
		t.Errorf("%s is not formatted: %v\n%s", file, err, src)
	}
}
