package analyzer_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
)

// TestRunDespiteErrors lets every check, and all that it needs, run on code
// that does not compile: in an editor, code seldom does.
func TestRunDespiteErrors(t *testing.T) {
	t.Parallel()
	var visit func(a *analysis.Analyzer)
	seen := make(map[*analysis.Analyzer]bool)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		if !a.RunDespiteErrors {
			t.Errorf("%s does not run despite errors", a)
		}
		for _, required := range a.Requires {
			visit(required)
		}
	}
	for _, a := range analyzer.All() {
		visit(a)
	}
}
