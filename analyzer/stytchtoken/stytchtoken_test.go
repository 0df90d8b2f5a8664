package stytchtoken_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtoken"
)

// shapes returns the packages of good and bad shapes, as fixtest does.
func shapes(tb testing.TB) (plain, golden []string) {
	tb.Helper()
	return fixtest.Shapes(tb, "stytchtoken", map[string][]string{
		"broken": nil, "generated": nil, "removals": nil, // have tests of their own
		"teams": {"again", "port", "adapter", "web", "forms"},
	})
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchtoken.Analyzer}); err != nil {
		t.Error(err)
	}
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	fixtest.Run(t, fixtest.Testdata(t), stytchtoken.Analyzer, plain...)
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchtoken.Analyzer, golden...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchtoken.Analyzer, "stytchtoken/broken")
}
