package stytchcode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/stytchlint/stytchlint/analyzer/stytchcode"
)

// Codes are followed from package to package.
func TestAcross(t *testing.T) {
	analysistest.Run(t, testdata(t), stytchcode.Analyzer, "stytchcode_across/web", "stytchcode_across/client", "stytchcode_across/fake")
}
