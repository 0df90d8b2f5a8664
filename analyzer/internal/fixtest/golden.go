package fixtest

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
)

// RunWithSuggestedFixes is Run, and compares the files that all fixes of a package
// together leave with the golden files beside them, once both are formatted.
func RunWithSuggestedFixes(tb testing.TB, dir string, a *analysis.Analyzer, patterns ...string) []*checker.Action {
	tb.Helper()
	actions := Run(tb, dir, a, patterns...)
	for _, act := range actions {
		changed := Fixed(tb, []*checker.Action{act})
		for _, file := range act.Package.GoFiles {
			got, changes := changed[file]
			want, err := os.ReadFile(file + ".golden")
			if err != nil && !changes {
				continue
			}
			if err == nil && !changes {
				got, err = os.ReadFile(file)
			}
			if err != nil {
				tb.Error(err)
				continue
			}
			compareGolden(tb, file+".golden", got, want)
		}
	}
	return actions
}

func compareGolden(tb testing.TB, golden string, got, want []byte) {
	tb.Helper()
	for _, text := range []*[]byte{&got, &want} {
		formatted, err := format.Source(*text)
		if err != nil {
			tb.Errorf("%s: %v\n%s", golden, err, *text)
			return
		}
		*text = append(bytes.TrimSpace(formatted), '\n')
	}
	if !bytes.Equal(got, want) {
		tb.Errorf("%s", diff.Diff(golden, want, filepath.Base(golden)+" as it is made", got))
	}
}
