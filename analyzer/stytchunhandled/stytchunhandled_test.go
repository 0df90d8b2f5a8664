package stytchunhandled_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled"
)

// testdata returns the folder that holds the packages of all checks.
func testdata(tb testing.TB) string {
	tb.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}

// shapes returns the packages of good and bad shapes: those whose fixes are
// pinned by golden files, and the others.
func shapes(t *testing.T) (plain, golden []string) {
	t.Helper()
	root := filepath.Join(testdata(t), "src", "stytchunhandled")
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		files, err := filepath.Glob(filepath.Join(root, e.Name(), "*.golden"))
		if err != nil {
			t.Fatal(err)
		}
		switch pkg := "stytchunhandled/" + e.Name(); {
		case e.Name() == "broken" || e.Name() == "lined": // have tests of their own
		case len(files) > 0:
			golden = append(golden, pkg)
		default:
			plain = append(plain, pkg)
		}
	}
	return plain, golden
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchunhandled.Analyzer}); err != nil {
		t.Error(err)
	}
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	fixtest.Run(t, testdata(t), stytchunhandled.Analyzer, plain...)
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	if len(golden) > 0 {
		fixtest.RunWithSuggestedFixes(t, testdata(t), stytchunhandled.Analyzer, golden...)
	}
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchunhandled.Analyzer, "stytchunhandled/broken")
}
