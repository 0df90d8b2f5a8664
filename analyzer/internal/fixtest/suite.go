package fixtest

import (
	"bytes"
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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

// After is what there may be, and has to be, after the fixes of an analyzer.
type After struct {
	Files int // how many of them change, at least

	// Parts of messages: of findings that are new for a good reason, and of those
	// that only get a fix when others are fixed.
	New, Fixable []string
}

// EachFix checks that all fixes of an analyzer in packages below dir leave
// formatted code that compiles, in which the findings are gone and none is new:
// each of a file alone, and all of them together, which leave nothing to fix.
func EachFix(tb testing.TB, a *analysis.Analyzer, dir string, want After, pkgs ...string) {
	tb.Helper()
	before := Load(tb, dir, nil, pkgs...)
	if errs := Problems(before); len(errs) > 0 {
		tb.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := Analyze(tb, a, before)
	c := copies{dir: dir, analyzer: a, want: want, before: findingsOf(dir, actions), formatted: make(map[string]bool)}
	if n := c.add(tb, all, actions); n < want.Files {
		tb.Errorf("only %d files have fixes, want %d", n, want.Files)
	}
	for round := 0; ; round++ {
		picked := nth(actions, round)
		if len(picked) == 0 {
			break
		}
		c.add(tb, fmt.Sprintf("_%d", round), picked)
	}
	c.check(tb)
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

// Copies are packages with some fixes applied, under other names: a load of many
// is quicker than one of each.
type copies struct {
	dir       string
	analyzer  *analysis.Analyzer
	want      After
	before    map[string]findings
	formatted map[string]bool // whether files are, before any fix

	overlay  map[string][]byte
	patterns []string
	left     map[string]findings // what may be found in each of them
}

const (
	all  = "_all" // the suffix of the copies that have all fixes
	most = 100    // how many copies are checked at once; more of them fill the memory
)

// add copies packages, with the fixes of some of their findings applied, and
// returns how many files those change.
func (c *copies) add(tb testing.TB, suffix string, actions []*checker.Action) int {
	tb.Helper()
	if len(c.patterns) >= most {
		c.check(tb)
	}
	if c.overlay == nil {
		c.overlay, c.left = make(map[string][]byte), make(map[string]findings)
	}
	changed := Fixed(tb, actions)
	for file, src := range changed {
		if c.wasFormatted(file) {
			checkFormat(tb, file, oneBlank(src))
		}
	}
	for _, act := range actions {
		c.copyOf(tb, act.Package, suffix, changed)
	}
	fixed := findingsOf(c.dir, actions, fixable)
	for path, found := range c.before {
		c.left[path+suffix] = found.without(fixed[path])
	}
	return len(changed)
}

func (c *copies) wasFormatted(file string) bool {
	ok, known := c.formatted[file]
	if !known {
		src, err := os.ReadFile(file)
		ok = err != nil || isFormatted(src)
		c.formatted[file] = ok
	}
	return ok
}

// check checks the copies that were added, and forgets them.
func (c *copies) check(tb testing.TB) {
	tb.Helper()
	if len(c.patterns) == 0 {
		return
	}
	after := Load(tb, c.dir, c.overlay, c.patterns...)
	for _, err := range Problems(after) {
		tb.Error(err)
	}
	actions := Analyze(tb, c.analyzer, after)
	for path, found := range findingsOf(c.dir, actions) {
		for at, n := range found.without(c.left[path]) {
			if !at.has(c.want.New) {
				tb.Errorf("%s: after the fixes, found %d times more than it should be: %s", path, n, at)
			}
		}
	}
	for path, found := range findingsOf(c.dir, actions, fixable) {
		for at := range found {
			if strings.HasSuffix(path, all) && !at.has(c.want.New) && !at.has(c.want.Fixable) {
				tb.Errorf("%s: after all fixes, there is another one: %s", path, at)
			}
		}
	}
	c.overlay, c.patterns, c.left = nil, nil, nil
}

func (c *copies) copyOf(tb testing.TB, pkg *packages.Package, suffix string, changed map[string][]byte) {
	tb.Helper()
	for _, file := range pkg.GoFiles {
		copied := folderOf(c.dir, file) + suffix
		if !slices.Contains(c.patterns, copied) {
			c.patterns = append(c.patterns, copied)
		}
		src, ok := changed[file]
		if !ok {
			var err error
			if src, err = os.ReadFile(file); err != nil {
				tb.Fatal(err)
			}
		}
		c.overlay[filepath.Join(c.dir, "src", filepath.FromSlash(copied), filepath.Base(file))] = src
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

// oneBlank returns a file without the space that puts comments and values below
// each other: whoever applies a fix formats the file for that.
func oneBlank(src []byte) []byte {
	list := make([]byte, 0, len(src))
	indent, blank := true, false
	for _, c := range src {
		before := blank
		blank = c == ' ' || c == '\t'
		switch {
		case indent || !blank:
			list = append(list, c)
		case !before:
			list = append(list, ' ')
		}
		indent = c == '\n' || indent && blank
	}
	return list
}

func isFormatted(src []byte) bool {
	formatted, err := format.Source(src)
	return err == nil && (bytes.Equal(src, formatted) || bytes.Equal(src, oneBlank(formatted)))
}

// PackagesOf returns the packages in the folder of a check and in that for several
// packages, but for those whose folders have one of the names.
func PackagesOf(tb testing.TB, dir, check string, apart ...string) []string {
	tb.Helper()
	var pkgs []string
	root := os.DirFS(filepath.Join(dir, "src"))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		folder, _, _ := strings.Cut(name, "/")
		if pkg := path.Dir(name); (folder == check || folder == check+"_across") && !slices.Contains(apart, path.Base(pkg)) && !slices.Contains(pkgs, pkg) {
			pkgs = append(pkgs, pkg)
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return pkgs
}
