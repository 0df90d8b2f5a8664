package stytchtarget_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

// shapes returns the packages of good and bad shapes. Those that are listed have tests of
// their own, or are made of several.
func shapes(tb testing.TB) (plain, golden []string) {
	tb.Helper()
	return fixtest.Shapes(tb, "stytchtarget", map[string][]string{"broken": nil})
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	fixtest.Run(t, fixtest.Testdata(t), stytchtarget.Analyzer, plain...)
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	fixtest.RunWithSuggestedFixes(t, fixtest.Testdata(t), stytchtarget.Analyzer, golden...)
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, fixtest.Testdata(t), stytchtarget.Analyzer, "stytchtarget/broken")
}
