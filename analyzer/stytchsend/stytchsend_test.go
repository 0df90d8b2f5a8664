package stytchsend_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchsend"
)

// shapes returns the packages of good and bad shapes, as fixtest does.
func shapes(tb testing.TB) (plain, golden []string) {
	tb.Helper()
	return fixtest.Shapes(tb, "stytchsend", map[string][]string{
		"broken": nil, "statuses": nil, // have tests of their own
		"layers": {"authx", "accounts", "web"},
		"teams":  {"port", "adapter", "web"},
	})
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchsend.Analyzer}); err != nil {
		t.Error(err)
	}
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	fixtest.Run(t, fixtest.Testdata(t), stytchsend.Analyzer, plain...)
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchsend.Analyzer, golden...)
}
