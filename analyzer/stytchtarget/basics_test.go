package stytchtarget_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/stytchlint/stytchlint/analyzer/stytchtarget"
)

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTargets(t *testing.T) {
	analysistest.Run(t, testdata(t), stytchtarget.Analyzer,
		"stytchtarget/basics", "stytchtarget/helpers", "stytchtarget/usehelpers", "stytchtarget/makes")
}

func TestTargetFixes(t *testing.T) {
	analysistest.RunWithSuggestedFixes(t, testdata(t), stytchtarget.Analyzer, "stytchtarget/fixed")
}
