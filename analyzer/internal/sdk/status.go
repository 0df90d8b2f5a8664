package sdk

import "go/types"

// IsStatusField reports whether v is the StatusCode field of the SDK's Error,
// in any major version.
func IsStatusField(v *types.Var) bool {
	return v.IsField() && v.Name() == "StatusCode" && IsErrorPackage(v.Pkg()) && isFieldOf(v, "Error")
}

// IsCodeField reports whether v is the ErrorType field of the SDK's Error, in
// any major version.
func IsCodeField(v *types.Var) bool {
	family, ok := FamilyOfField(v)
	return ok && family == API && isFieldOf(v, "Error")
}
