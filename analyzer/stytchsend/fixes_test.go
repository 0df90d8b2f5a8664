package stytchsend_test

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchsend"
)

// copies collects changed copies of packages: one load of them all is much
// quicker than many.
type copies struct {
	overlay  map[string][]byte
	patterns []string
}

// add makes copies of packages, with the fixes of some findings applied, and
// returns how many files those change.
func (c *copies) add(t *testing.T, name string, actions []*checker.Action) int {
	t.Helper()
	changed := fixtest.Fixed(t, actions)
	for file, src := range changed {
		if formatted, err := format.Source(src); err != nil || !bytes.Equal(src, formatted) {
			t.Errorf("%s: %s is not formatted: %v\n%s", name, file, err, src)
		}
	}
	for _, act := range actions {
		pkg := act.Package.PkgPath + name
		c.patterns = append(c.patterns, pkg)
		for _, file := range act.Package.GoFiles {
			src, ok := changed[file]
			if !ok {
				var err error
				if src, err = os.ReadFile(file); err != nil {
					t.Fatal(err)
				}
			}
			c.overlay[filepath.Join(testdata(t), "src", filepath.FromSlash(pkg), filepath.Base(file))] = src
		}
	}
	return len(changed)
}

// All fixes of all shapes together leave formatted code that compiles, and so
// does each fix alone.
func TestFixedCodeCompiles(t *testing.T) {
	plain, golden := shapes(t)
	before := fixtest.Load(t, testdata(t), testdata(t), nil, append(plain, golden...)...)
	if errs := fixtest.Problems(before); len(errs) > 0 {
		t.Fatalf("before any fix:\n%s", strings.Join(errs, "\n"))
	}
	actions := fixtest.Analyze(t, stytchsend.Analyzer, before)
	c := &copies{overlay: make(map[string][]byte)}
	if n := c.add(t, "_all", actions); n < 8 {
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
		c.add(t, fmt.Sprintf("_%d", round), picked)
	}
	for _, err := range fixtest.Problems(fixtest.Load(t, testdata(t), testdata(t), c.overlay, c.patterns...)) {
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
	for _, err := range fixtest.Problems(fixtest.Load(t, testdata(t), testdata(t), overlay, golden...)) {
		t.Error(err)
	}
}

// What is fixed is found no more.
func TestFixedCodeIsRight(t *testing.T) {
	_, golden := shapes(t)
	overlay := fixtest.Fixed(t, fixtest.Analyze(t, stytchsend.Analyzer, fixtest.Load(t, testdata(t), testdata(t), nil, golden...)))
	for _, act := range fixtest.Analyze(t, stytchsend.Analyzer, fixtest.Load(t, testdata(t), testdata(t), overlay, golden...)) {
		for _, d := range act.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("%s: %s", act.Package.Fset.Position(d.Pos), d.Message)
			}
		}
	}
}
