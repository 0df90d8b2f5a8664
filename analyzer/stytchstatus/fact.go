package stytchstatus

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// tells is the fact about a function that finds out something about the status or
// the code of an error.
type tells struct{ paths.Effects }

// String says what the fact is about.
func (t *tells) String() string { return "tells" }

// tells reports whether a function in which a name stands asks for one of the two
// fields.
func (c *check) tells(n ast.Expr) bool {
	id, ok := n.(*ast.Ident)
	if !ok {
		return false
	}
	switch obj := c.info.Uses[id].(type) {
	case *types.TypeName:
		_, ok := sdk.ErrorType(obj.Type())
		return ok
	case *types.Var:
		_, ok := c.flow.ErrorField(obj)
		return ok && obj.IsField()
	}
	return false
}
