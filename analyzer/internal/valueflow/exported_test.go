package valueflow_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// TestFacts pins down which objects of a package have facts, and what they say
// in short.
func TestFacts(t *testing.T) {
	t.Parallel()
	fixtest.Run(t, testdataRoot(t), valueflow.Analyzer, "valueflow/exported")
}

// The same for errors.
func TestErrorFacts(t *testing.T) {
	t.Parallel()
	fixtest.Run(t, testdataRoot(t), valueflow.Errors, "valueflow/errors")
}
