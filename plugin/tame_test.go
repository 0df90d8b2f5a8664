package plugin

import (
	"errors"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestTame holds a tamed check to one fix and no related places, and to be the
// same in everything else.
func TestTame(t *testing.T) {
	t.Parallel()
	failure := errors.New("failure")
	fixes := []analysis.SuggestedFix{{Message: "first"}, {Message: "second"}}
	check := &analysis.Analyzer{
		Name: "check",
		Doc:  "check things",
		Run: func(pass *analysis.Pass) (any, error) {
			if pass.Analyzer.Name != "check" {
				t.Errorf("the pass is of %s", pass.Analyzer)
			}
			pass.Report(analysis.Diagnostic{Message: "none"})
			pass.Report(analysis.Diagnostic{
				Pos: 1, End: 2, Category: "c", Message: "two", URL: "u", SuggestedFixes: fixes,
				Related: []analysis.RelatedInformation{{Pos: 3, Message: "here"}},
			})
			return 7, failure
		},
	}
	tamed := tame(check)
	if err := analysis.Validate([]*analysis.Analyzer{tamed}); err != nil {
		t.Error(err)
	}

	var got []analysis.Diagnostic
	result, err := tamed.Run(&analysis.Pass{Analyzer: tamed, Report: func(d analysis.Diagnostic) { got = append(got, d) }})
	if result != 7 || !errors.Is(err, failure) {
		t.Errorf("got %v, %v", result, err)
	}
	want := []analysis.Diagnostic{
		{Message: "none"},
		{Pos: 1, End: 2, Category: "c", Message: "two", URL: "u", SuggestedFixes: fixes[:1]},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
