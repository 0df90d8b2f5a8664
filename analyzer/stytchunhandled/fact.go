package stytchunhandled

import (
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/catalog"
)

// does is the fact about a function that may fail because of users, or that answers.
type does struct{ paths.Effects }

// String says as which operations the function fails, and how it answers.
func (d *does) String() string { return told(&d.Effects) }

// helps is the fact about a function that does something with what it is handed.
type helps struct{ paths.Effects }

// String says how the function answers.
func (h *helps) String() string { return told(&h.Effects) }

// told says what a fact tells. How a function answers is of interest to others if it
// is there for that.
func told(f *paths.Effects) string {
	var parts, status []string
	asks := false
	for _, r := range f.Rows {
		for i, e := range r.Effects {
			switch e.Name {
			case given:
				status = append(status, "answers "+e.Subject.String())
			case made:
				if r.Returns(i) {
					status = append(status, "answers "+e.Subject.String())
				}
			default:
				_, ok := catalog.OperationNamed(e.Name)
				asks = asks || ok
				if ok && r.Returns(i) {
					parts = append(parts, "fails as "+e.Name)
				}
			}
		}
	}
	if !asks {
		parts = append(parts, status...)
	}
	slices.Sort(parts)
	return strings.Join(slices.Compact(parts), ", ")
}
