package stytchstatus

import (
	"go/ast"
	"go/types"

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
	v, ok := c.info.Uses[id].(*types.Var)
	if !ok || !v.IsField() {
		return false
	}
	_, ok = c.flow.ErrorField(v)
	return ok
}
