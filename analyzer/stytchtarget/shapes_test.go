package stytchtarget_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

var only = flag.String("only", "", "run the shapes of this package alone, such as places")

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
	root := filepath.Join(testdata(t), "src", "stytchtarget")
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() == "broken" || *only != "" && e.Name() != *only {
			continue // broken has a test of its own
		}
		files, err := filepath.Glob(filepath.Join(root, e.Name(), "*.golden"))
		if err != nil {
			t.Fatal(err)
		}
		if pkg := "stytchtarget/" + e.Name(); len(files) > 0 {
			golden = append(golden, pkg)
		} else {
			plain = append(plain, pkg)
		}
	}
	return plain, golden
}

func TestShapes(t *testing.T) {
	plain, _ := shapes(t)
	if len(plain) > 0 {
		fixtest.Run(t, testdata(t), stytchtarget.Analyzer, plain...)
	}
}

func TestFixes(t *testing.T) {
	_, golden := shapes(t)
	if len(golden) > 0 {
		fixtest.RunWithSuggestedFixes(t, testdata(t), stytchtarget.Analyzer, golden...)
	}
}

// While someone types, a package never compiles.
func TestTypeErrors(t *testing.T) {
	fixtest.Run(t, testdata(t), stytchtarget.Analyzer, "stytchtarget/broken")
}
