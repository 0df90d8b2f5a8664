package stytchcredentials_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcredentials"
)

// testdata returns the folder that holds the packages of all checks.
func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestShapes(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchcredentials.Analyzer,
		"stytchcredentials/direct",
		"stytchcredentials/options",
		"stytchcredentials/values",
		"stytchcredentials/sources",
		"stytchcredentials/branches",
		"stytchcredentials/fields",
		"stytchcredentials/fieldnames",
		"stytchcredentials/helpers",
		"stytchcredentials/forgotten",
		"stytchcredentials/envnames",
		"stytchcredentials/wrapper",
		"stytchcredentials/wrapped",
		"stytchcredentials/majors",
		"stytchcredentials/fakes",
		"stytchcredentials/silent",
		"stytchcredentials/beside",
		"stytchcredentials/suppressed",
	)
}

func TestFixes(t *testing.T) {
	fixtest.RunWithSuggestedFixes(t, testdata(t), stytchcredentials.Analyzer, "stytchcredentials/swaps")
}

func TestFixedCodeCompiles(t *testing.T) {
	want := fixtest.After{Files: 1, New: []string{"belongs to the test environment but the project id"}} // whichever way round they are
	fixtest.EachFix(t, stytchcredentials.Analyzer, testdata(t), want, fixtest.PackagesOf(t, testdata(t), "stytchcredentials", "broken")...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchcredentials.Analyzer, "stytchcredentials/broken")
}

// Generated files get findings but no fixes.
func TestGenerated(t *testing.T) {
	for _, result := range fixtest.Run(t, testdata(t), stytchcredentials.Analyzer, "stytchcredentials/generated") {
		for _, d := range result.Diagnostics {
			if len(d.SuggestedFixes) > 0 {
				t.Errorf("a fix for %s", d.Message)
			}
		}
	}
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchcredentials.Analyzer}); err != nil {
		t.Error(err)
	}
}
