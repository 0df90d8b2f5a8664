package stytchstatus

import (
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// tells is the fact about a function that finds out something about the status or
// the code of an error.
type tells struct{ paths.Effects }

// AFact marks tells as a fact.
func (*tells) AFact() {}

// Told returns what the fact tells.
func (t *tells) Told() *paths.Effects { return &t.Effects }

// String says what the fact is about.
func (t *tells) String() string { return "tells" }
