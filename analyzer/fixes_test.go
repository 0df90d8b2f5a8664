package analyzer_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/unreachable"
	"golang.org/x/tools/go/analysis/passes/unusedresult"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// revealed are parts of messages of findings that get a fix when others are
// fixed.
var revealed = []string{
	"the text of an SDK error is searched for", // only one fix of a file can drop an import, and only one of a function declare variables
	"is created by hand",                       // where nothing was created, because of a status that never comes
	"use the first result",                     // which is certain once the first failure returns
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
