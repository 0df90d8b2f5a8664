package stytchtext_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtext"
)

// shapes returns the packages of good and bad shapes. Those that are listed have tests of
// their own, or are made of several.
func shapes(tb testing.TB) (plain, golden []string) {
	tb.Helper()
	return fixtest.Shapes(tb, "stytchtext", map[string][]string{"broken": nil, "catalog": nil})
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchtext.Analyzer}); err != nil {
		t.Error(err)
	}
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	fixtest.Run(t, fixtest.Testdata(t), stytchtext.Analyzer, plain...)
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchtext.Analyzer, golden...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchtext.Analyzer, "stytchtext/broken")
}
