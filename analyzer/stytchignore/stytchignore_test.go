package stytchignore_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer"
	"github.com/stytchlint/stytchlint/analyzer/internal/fixtest"
	"github.com/stytchlint/stytchlint/analyzer/internal/ignore"
	"github.com/stytchlint/stytchlint/analyzer/stytchignore"
)

func TestComments(t *testing.T) {
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	fixtest.Run(t, dir, stytchignore.Analyzer, "stytchignore/comments", "stytchignore/plain")
}

func TestValid(t *testing.T) {
	if err := analysis.Validate([]*analysis.Analyzer{stytchignore.Analyzer}); err != nil {
		t.Error(err)
	}
}

// The checks that can be ignored are those of the suite, but for the one that
// checks the comments.
func TestChecksOfTheSuite(t *testing.T) {
	known := make(map[string]bool)
	for _, name := range ignore.Checks {
		known[name] = true
	}
	for _, a := range analyzer.All() {
		if want := a != stytchignore.Analyzer; known[a.Name] != want {
			t.Errorf("%s can be ignored: %t, want %t", a.Name, known[a.Name], want)
		}
		delete(known, a.Name)
	}
	for name := range known {
		t.Errorf("%s can be ignored and is no check of the suite", name)
	}
}
