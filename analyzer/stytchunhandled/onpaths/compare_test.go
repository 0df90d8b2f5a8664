package onpaths_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/onpaths"
)

// gaps are how many findings of each category the new check may lack, and have beyond
// the old one. They only shrink.
var gaps = map[string]struct{ missing, more int }{
	"answer":     {2, 1},
	"letin":      {0, 0},
	"incomplete": {0, 0},
}

// The new check says what the old one says.
func TestCompare(t *testing.T) {
	dir, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	var pkgs []string
	for _, check := range []string{"stytchunhandled", "stytchtoken", "stytchsend", "stytchtogether", "stytchstatus", "stytchcode", "stytchtext", "stytchtarget", "stytchcredentials"} {
		pkgs = append(pkgs, fixtest.PackagesOf(t, dir, check, classes...)...)
	}
	if only := os.Getenv("ONLY"); only != "" {
		pkgs = strings.Fields(only)
	}
	loaded := fixtest.Load(t, dir, nil, pkgs...)
	was, is := findings(t, stytchunhandled.New(), dir, loaded), findings(t, onpaths.New(), dir, loaded)
	missing, more := make(map[string]int), make(map[string]int)
	var report []string
	for f := range was {
		if !is[f] {
			missing[f.category]++
			report = append(report, fmt.Sprintf("%s missing: %s", f.at, f.message))
		}
	}
	for f := range is {
		if !was[f] {
			more[f.category]++
			report = append(report, fmt.Sprintf("%s more: %s", f.at, f.message))
		}
	}
	slices.Sort(report)
	for _, line := range report {
		t.Log(line)
	}
	for category, gap := range gaps {
		t.Logf("%s: %d missing, %d more", category, missing[category], more[category])
		if missing[category] > gap.missing || more[category] > gap.more {
			t.Errorf("%s: %d missing and %d more, want at most %d and %d", category, missing[category], more[category], gap.missing, gap.more)
		}
	}
}

type finding struct{ at, category, message string }

func findings(t *testing.T, a *analysis.Analyzer, dir string, pkgs []*packages.Package) map[finding]bool {
	t.Helper()
	if err := a.Flags.Set("incomplete", "true"); err != nil {
		t.Fatal(err)
	}
	found := make(map[finding]bool)
	for _, act := range fixtest.Analyze(t, a, pkgs) {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		for _, d := range act.Diagnostics {
			pos, end := act.Package.Fset.Position(d.Pos), act.Package.Fset.Position(d.End)
			file, _ := filepath.Rel(filepath.Join(dir, "src"), pos.Filename)
			found[finding{fmt.Sprintf("%s:%d:%d-%d", file, pos.Line, pos.Column, end.Offset-pos.Offset), d.Category, d.Message}] = true
		}
	}
	return found
}
