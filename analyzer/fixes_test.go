package analyzer_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/unreachable"
	"golang.org/x/tools/go/analysis/passes/unusedresult"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// fixes are the least numbers of files in which a check has fixes.
var fixes = map[string]int{
	"stytchcode":        20,
	"stytchtarget":      10,
	"stytchstatus":      5,
	"stytchtext":        5,
	"stytchtoken":       1,
	"stytchunhandled":   5,
	"stytchsend":        8,
	"stytchcredentials": 1,
}

// uncovered are parts of messages that only show when something else is put
// right.
var uncovered = map[string][]string{
	"stytchcredentials": {"belongs to the test environment but the project id"}, // whichever way round they are
	"stytchtext":        {"the text of an error that may come from the SDK"},    // which the package imports now
}

// TestEachFix applies each fix of each check on its own, in all code that the
// check is tested with.
func TestEachFix(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("several hundred packages")
	}
	dir, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range analyzer.All() {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			fixtest.EachFix(t, a, dir, fixes[a.Name], uncovered[a.Name], packagesOf(t, dir, a.Name)...)
		})
	}
}

// revealed are parts of messages of findings that get a fix when others are
// fixed.
var revealed = []string{
	"the text of an SDK error is searched for", // only one fix of a file can drop an import, and only one of a function declare variables
	"is created by hand",                       // where nothing was created, because of a status that never comes
}

// TestFixesTogether applies the fixes of all checks, in all code that any of them
// is tested with, until there are no more.
func TestFixesTogether(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("several hundred packages")
	}
	dir, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	vetters := []*analysis.Analyzer{assign.Analyzer, bools.Analyzer, unreachable.Analyzer, unusedresult.Analyzer}
	fixtest.Together(t, analyzer.All(), vetters, dir, revealed, "stytch...")
}

// apart are packages that are not taken: one does not compile; the external test
// of the second uses what its internal test exports, which a copy under another
// name has not; and the third has a function on one line, to which a fix adds
// some that are formatted when it is applied.
var apart = []string{"broken", "signup", "fixunchecked"}

// packagesOf returns the packages that a check is tested with.
func packagesOf(t *testing.T, dir, check string) []string {
	t.Helper()
	var pkgs []string
	root := os.DirFS(filepath.Join(dir, "src"))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" {
			return err
		}
		folder, _, _ := strings.Cut(name, "/")
		if pkg := path.Dir(name); (folder == check || folder == check+"_across") && !slices.Contains(apart, path.Base(pkg)) && !slices.Contains(pkgs, pkg) {
			pkgs = append(pkgs, pkg)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}
