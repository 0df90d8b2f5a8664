package driver

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestFactful has a check that asks two others, of which one has facts to hand on.
func TestFactful(t *testing.T) {
	t.Parallel()
	flow := &analysis.Analyzer{Name: "flow", FactTypes: []analysis.Fact{new(marked)}}
	syntax := &analysis.Analyzer{Name: "syntax"}
	check := &analysis.Analyzer{Name: "check", Requires: []*analysis.Analyzer{syntax, flow}}
	other := &analysis.Analyzer{Name: "other", Requires: []*analysis.Analyzer{flow}, FactTypes: []analysis.Fact{new(marked)}}
	if got, want := Factful([]*analysis.Analyzer{check, other}), []*analysis.Analyzer{flow, other}; !slices.Equal(got, want) {
		t.Errorf("%v have something to tell, want %v", got, want)
	}
}
