package codeflow_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/codeflow"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
)

// TestFacts pins down which objects of a package have facts, and what they say
// in short.
func TestFacts(t *testing.T) {
	t.Parallel()
	fixtest.Run(t, testdataRoot(t), codeflow.Analyzer, "codeflow/exported")
}
