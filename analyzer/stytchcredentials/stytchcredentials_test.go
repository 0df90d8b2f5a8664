package stytchcredentials_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchcredentials"
)

func TestShapes(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchcredentials.Analyzer,
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
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchcredentials.Analyzer, "stytchcredentials/swaps")
}

func TestFixedCodeCompiles(t *testing.T) {
	want := fixtest.After{Files: 1, New: []string{"belongs to the test environment but the project id"}} // whichever way round they are
	fixtest.EachFix(t, stytchcredentials.Analyzer, fixtest.Testdata(t), want, fixtest.PackagesOf(t, fixtest.Testdata(t), "stytchcredentials", "broken")...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchcredentials.Analyzer, "stytchcredentials/broken")
}

// Generated files get findings but no fixes.
func TestGenerated(t *testing.T) {
	for _, result := range fixtest.Run(t, fixtest.Testdata(t), stytchcredentials.Analyzer, "stytchcredentials/generated") {
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
