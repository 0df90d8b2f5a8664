package report_test

import (
	"go/token"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

func TestInTest(t *testing.T) {
	t.Parallel()
	pass := &analysis.Pass{Fset: token.NewFileSet()}
	for name, want := range map[string]bool{"a.go": false, "a_test.go": true, "test.go": false, "_test.go.go": false} {
		file := pass.Fset.AddFile(name, -1, 10)
		file.AddLineColumnInfo(5, "b_test.go", 1, 1) // under //line, the file is still what it is
		for _, offset := range []int{0, 7, 10} {
			if got := report.InTest(pass, file.Pos(offset)); got != want {
				t.Errorf("%s at %d: %t", name, offset, got)
			}
		}
	}
	if report.InTest(pass, token.NoPos) {
		t.Error("no position lies in a test")
	}
}
