package stytchtoken_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
)

// load loads packages of testdata, with their tests. Files of overlay stand in
// for those on disk.
func load(t *testing.T, overlay map[string][]byte, patterns ...string) []*packages.Package {
	t.Helper()
	return fixtest.Load(t, fixtest.Testdata(t), overlay, patterns...)
}

func TestFixedCodeCompiles(t *testing.T) {
	fixtest.EachFix(t, stytchtoken.Analyzer, fixtest.Testdata(t), fixtest.After{Files: 2}, fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchtoken", "broken")...)
}

func TestGoldenFiles(t *testing.T) {
	_, golden := shapes(t)
	fixtest.GoldenFiles(t, fixtest.Testdata(t), golden...)
}

// A comment beside a call keeps it from being removed, so that the package has
// none that say what is expected: each function has one finding.
func TestRemovals(t *testing.T) {
	file := filepath.Join(fixtest.Testdata(t), "src", "stytchtoken", "removals", "removals.go")
	want, err := os.ReadFile(file + ".golden")
	if err != nil {
		t.Fatal(err)
	}
	actions := fixtest.Analyze(t, stytchtoken.Analyzer, load(t, nil, "stytchtoken/removals"))
	found, fixes := 0, 0
	for _, act := range actions {
		found += len(act.Diagnostics)
		for _, d := range act.Diagnostics {
			fixes += len(d.SuggestedFixes)
		}
	}
	if found != 17 || fixes != 6 {
		t.Errorf("%d findings and %d fixes, want 17 and 6", found, fixes)
	}
	if got := fixtest.Fixed(t, actions)[file]; !bytes.Equal(got, want) {
		t.Errorf("fixed:\n%s\nwant:\n%s", got, want)
	}
}
