package onpaths_test

import (
	"path/filepath"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/stytchunhandled/onpaths"
)

// classes are the packages of shapes that the check above does not know.
var classes = []string{"unreturned", "retried", "handedon", "secondproof", "interceptors"}

func TestClasses(t *testing.T) {
	dir, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, class := range classes {
		fixtest.RunWithSuggestedFixes(t, dir, onpaths.Analyzer, "stytchunhandled/"+class)
	}
}
