package stytchstatus

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// The names of the two fields that matter, whatever struct they are in.
const (
	statusField = "StatusCode"
	codeField   = "ErrorType"
)

// fieldName returns the name of a field among those of all structs.
func fieldName(f *types.Var) string {
	switch {
	case sdk.IsStatusField(f):
		return statusField
	case sdk.IsCodeField(f):
		return codeField
	case f.Name() == statusField, f.Name() == codeField:
		return f.Name() + " of another error"
	}
	return ""
}

// matters reports whether a field is one of the two of an error.
func matters(f *types.Var) bool {
	name := fieldName(f)
	return name == statusField || name == codeField
}

// tells reports whether a function in which a name stands asks for one of the two
// fields.
func (c *check) tells(n ast.Expr) bool {
	id, ok := n.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.info.Uses[id].(*types.Var)
	return ok && v.IsField() && matters(v)
}

// tells is the fact about a function that finds out something about the status or
// the code of an error.
type tells struct{ paths.Effects }

// AFact marks tells as a fact.
func (*tells) AFact() {}

// Told returns what the fact tells.
func (t *tells) Told() *paths.Effects { return &t.Effects }

// String says what the fact is about.
func (t *tells) String() string { return "tells" }
