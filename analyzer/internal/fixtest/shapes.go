package fixtest

import (
	"os"
	"path"
	"path/filepath"
	"testing"
)

// Testdata returns the folder with the packages for the tests of all checks: the nearest
// one of that name above the test that has sources.
func Testdata(tb testing.TB) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		found := filepath.Join(dir, "testdata")
		if _, err := os.Stat(filepath.Join(found, "src")); err == nil {
			return found
		}
		if dir == filepath.Dir(dir) {
			tb.Fatal("no testdata with sources")
		}
		dir = filepath.Dir(dir)
	}
}

// Shapes returns the packages with good and bad shapes for a check: those whose fixes are
// pinned by golden files, and the others. They are the folders of one of its name, but for
// those that are listed, which stand for packages below them, or for none.
func Shapes(tb testing.TB, check string, listed map[string][]string) (plain, golden []string) {
	tb.Helper()
	root := filepath.Join(Testdata(tb), "src", check)
	entries, err := os.ReadDir(root)
	if err != nil {
		tb.Fatal(err)
	}
	for _, e := range entries {
		pkg := path.Join(check, e.Name())
		if below, ok := listed[e.Name()]; ok {
			for _, name := range below {
				plain = append(plain, path.Join(pkg, name))
			}
			continue
		}
		files, err := filepath.Glob(filepath.Join(root, e.Name(), "*.golden"))
		if err != nil {
			tb.Fatal(err)
		}
		if len(files) > 0 {
			golden = append(golden, pkg)
		} else {
			plain = append(plain, pkg)
		}
	}
	return plain, golden
}
