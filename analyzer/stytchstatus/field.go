package stytchstatus

import (
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
