package stytchstatus

import (
	"fmt"

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

// carries is the fact about a field of a struct of the program that holds one of the
// two fields of an error.
type carries struct{ Field string }

// AFact marks carries as a fact.
func (*carries) AFact() {}

// String says which of the two it is.
func (f *carries) String() string { return "carries " + f.Field }

// makes is the fact about a function that makes errors of a status and a code that it
// is handed, as two of its parameters.
type makes struct {
	Status, Code int
	Wire         bool // the error only has the shape of Stytch's
}

// AFact marks makes as a fact.
func (*makes) AFact() {}

// String says which parameters they are.
func (m *makes) String() string { return fmt.Sprintf("makes errors of %d and %d", m.Status, m.Code) }
