package stytchstatus

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// The names of the two fields that matter, whatever struct they are in.
const (
	statusField = "StatusCode"
	codeField   = "ErrorType"
)

// fieldName returns the name of a field among those of all structs.
func (c *check) fieldName(f *types.Var) string {
	role, ok := c.flow.ErrorField(f)
	switch {
	case ok && role == valueflow.Status:
		return statusField
	case ok:
		return codeField
	case f.Name() == statusField || f.Name() == codeField:
		return f.Name() + " of another error"
	}
	return ""
}

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
