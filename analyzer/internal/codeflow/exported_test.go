package codeflow_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/stytchlint/stytchlint/analyzer/internal/codeflow"
)

// TestFacts pins down which objects of a package have facts, and what they say
// in short.
func TestFacts(t *testing.T) {
	t.Parallel()
	analysistest.Run(t, testdataRoot(t), codeflow.Analyzer, "codeflow/exported")
}
