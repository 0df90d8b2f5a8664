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
func GoldenFiles(tb testing.TB, dir string, pkgs ...string) {
	tb.Helper()
	overlay := make(map[string][]byte)
	for _, pkg := range pkgs {
		files, err := filepath.Glob(filepath.Join(dir, "src", filepath.FromSlash(pkg), "*.golden"))
		if err != nil {
			tb.Fatal(err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				tb.Fatal(err)
			}
			checkFormat(tb, file, src)
			overlay[strings.TrimSuffix(file, ".golden")] = src
		}
	}
	if len(overlay) == 0 {
		tb.Fatal("no golden files")
	}
	for _, err := range Problems(Load(tb, dir, overlay, pkgs...)) {
		tb.Error(err)
	}
}

// EachFix checks that all fixes of an analyzer in packages below dir leave
// formatted code that compiles, in which the findings are gone and none is new:
// all of them together, which must change a number of files at least, and each
// of a file alone. Where one is new for a good reason, uncovered holds a part of
// its message.
func EachFix(tb testing.TB, a *analysis.Analyzer, dir string, files int, uncovered []string, pkgs ...string) {
	tb.Helper()
	before := Load(tb, dir, nil, pkgs...)
	if errs := Problems(before); len(errs) > 0 {
		tb.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := Analyze(tb, a, before)
	c := copies{dir: dir, overlay: make(map[string][]byte), left: make(map[string]findings)}
	if n := c.add(tb, "_all", actions, actions); n < files {
		tb.Errorf("only %d files have fixes, want %d", n, files)
	}
	for round := 0; ; round++ {
		picked := nth(actions, round)
		if len(picked) == 0 {
			break
		}
		c.add(tb, fmt.Sprintf("_%d", round), actions, picked)
	}
	if len(c.patterns) == 0 {
		return
	}
	after := Load(tb, dir, c.overlay, c.patterns...)
	for _, err := range Problems(after) {
		tb.Error(err)
	}
	for path, found := range findingsOf(dir, Analyze(tb, a, after)) {
		for at, n := range found.without(c.left[path]) {
			if !slices.ContainsFunc(uncovered, func(part string) bool { return strings.Contains(at.message, part) }) {
				tb.Errorf("%s: after the fixes, found %d times more than it should be: %s", path, n, at)
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
func (c *copies) add(tb testing.TB, suffix string, all, actions []*checker.Action) int {
	tb.Helper()
	changed := Fixed(tb, actions)
	for file, src := range changed {
		if old, err := os.ReadFile(file); err != nil || isFormatted(old) {
			checkFormat(tb, file, columns.ReplaceAll(src, []byte("$1 ")))
		}
	}
	for _, act := range actions {
		c.copyOf(tb, act.Package, suffix, changed)
	}
	fixed := findingsOf(c.dir, actions, fixable)
	for path, found := range findingsOf(c.dir, all) {
		c.left[path+suffix] = found.without(fixed[path])
	}
	return len(changed)
}

func (c *copies) copyOf(tb testing.TB, pkg *packages.Package, suffix string, changed map[string][]byte) {
	tb.Helper()
	for _, file := range pkg.GoFiles {
		path := folderOf(c.dir, file) + suffix
		if !slices.Contains(c.patterns, path) {
			c.patterns = append(c.patterns, path)
		}
		src, ok := changed[file]
		if !ok {
			var err error
			if src, err = os.ReadFile(file); err != nil {
				tb.Fatal(err)
			}
		}
		c.overlay[filepath.Join(c.dir, "src", filepath.FromSlash(path), filepath.Base(file))] = src
	}
}

// folderOf returns the folder of a file below the folder src of dir, which is the
// import path of the package.
func folderOf(dir, file string) string {
	rel, err := filepath.Rel(filepath.Join(dir, "src"), filepath.Dir(file))
	if err != nil {
		return ""
	}
	return filepath.ToSlash(rel)
}

func checkFormat(tb testing.TB, file string, src []byte) {
	tb.Helper()
	if !isFormatted(src) {
		tb.Errorf("%s is not formatted:\n%s", file, src)
	}
}

// columns is the space within a line, which puts comments and values below each
// other. Whoever applies a fix formats the file for that.
var columns = regexp.MustCompile(`(\S)[ \t]+`)

func isFormatted(src []byte) bool {
	formatted, err := format.Source(src)
	return err == nil && (bytes.Equal(src, formatted) || bytes.Equal(src, columns.ReplaceAll(formatted, []byte("$1 "))))
}
