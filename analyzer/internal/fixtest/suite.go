package fixtest

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// GoldenFiles checks that the golden files of packages below dir are formatted
// Go that compiles. There must be some.
func GoldenFiles(t testing.TB, dir string, pkgs ...string) {
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
	for _, err := range Problems(Load(t, dir, overlay, pkgs...)) {
		t.Error(err)
	}
}

// EachFix checks that all fixes of an analyzer in packages below dir leave
// formatted code that compiles, in which the findings are gone and none is new:
// all of them together, which must change a number of files at least, and each
// of a file alone. Where one is new for a good reason, uncovered holds a part of
// its message.
func EachFix(t testing.TB, a *analysis.Analyzer, dir string, files int, uncovered []string, pkgs ...string) {
	t.Helper()
	before := Load(t, dir, nil, pkgs...)
	if errs := Problems(before); len(errs) > 0 {
		t.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := Analyze(t, a, before)
	c := copies{dir: dir, overlay: make(map[string][]byte), left: make(map[string]findings)}
	if n := c.add(t, "_all", actions, actions); n < files {
		t.Errorf("only %d files have fixes, want %d", n, files)
	}
	for round := 0; ; round++ {
		picked := nth(actions, round)
		if len(picked) == 0 {
			break
		}
		c.add(t, fmt.Sprintf("_%d", round), actions, picked)
	}
	if len(c.patterns) == 0 {
		return
	}
	after := Load(t, dir, c.overlay, c.patterns...)
	for _, err := range Problems(after) {
		t.Error(err)
	}
	for path, found := range findingsOf(dir, Analyze(t, a, after)) {
		for at, n := range found.without(c.left[path]) {
			if !slices.ContainsFunc(uncovered, func(part string) bool { return strings.Contains(at.message, part) }) {
				t.Errorf("%s: after the fixes, found %d times more than it should be: %s", path, n, at)
			}
		}
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
	left     map[string]findings // what may be found in each of them
}

// add copies packages, with the fixes of their findings applied, and returns how
// many files those change. All are the findings before, of which the actions may
// have a part.
func (c *copies) add(t testing.TB, suffix string, all, actions []*checker.Action) int {
	t.Helper()
	changed := Fixed(t, actions)
	for file, src := range changed {
		if old, err := os.ReadFile(file); err != nil || isFormatted(old) {
			checkFormat(t, file, columns.ReplaceAll(src, []byte("$1 ")))
		}
	}
	for _, act := range actions {
		c.copyOf(t, act.Package, suffix, changed)
	}
	fixed := findingsOf(c.dir, actions, fixable)
	for path, found := range findingsOf(c.dir, all) {
		c.left[path+suffix] = found.without(fixed[path])
	}
	return len(changed)
}

func (c *copies) copyOf(t testing.TB, pkg *packages.Package, suffix string, changed map[string][]byte) {
	t.Helper()
	for _, file := range pkg.GoFiles {
		path, _ := folderOf(c.dir, file)
		path += suffix
		if !slices.Contains(c.patterns, path) {
			c.patterns = append(c.patterns, path)
		}
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

// folderOf returns the folder of a file below the folder src of dir, which is the
// import path of the package, or false if the file lies elsewhere.
func folderOf(dir, file string) (string, bool) {
	rel, err := filepath.Rel(filepath.Join(dir, "src"), filepath.Dir(file))
	return filepath.ToSlash(rel), err == nil && filepath.IsLocal(rel)
}

func checkFormat(t testing.TB, file string, src []byte) {
	t.Helper()
	if !isFormatted(src) {
		t.Errorf("%s is not formatted:\n%s", file, src)
	}
}

// columns is the space within a line, which puts comments and values below each
// other. Whoever applies a fix formats the file for that.
var columns = regexp.MustCompile(`(\S)[ \t]+`)

func isFormatted(src []byte) bool {
	formatted, err := format.Source(src)
	return err == nil && (bytes.Equal(src, formatted) || bytes.Equal(src, columns.ReplaceAll(formatted, []byte("$1 "))))
}
