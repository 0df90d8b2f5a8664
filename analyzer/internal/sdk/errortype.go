package sdk

import (
	"go/types"
	"strings"
)

// ErrorType returns the name of t if t is one of the SDK's error types: Error
// or OAuth2Error, of any major version. A pointer to one is none.
func ErrorType(t types.Type) (*types.TypeName, bool) {
	if t == nil {
		return nil, false
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return nil, false
	}
	obj := named.Obj()
	switch obj.Name() {
	case "Error", "OAuth2Error":
		return obj, IsErrorPackage(obj.Pkg()) && obj.Parent() == obj.Pkg().Scope()
	}
	return nil, false
}

// Major returns the major version in the path of a package of the SDK, such as
// "v18", and "" for the first ones, whose path has none.
func Major(path string) string {
	rest, ok := inModule(path)
	if !ok {
		return ""
	}
	path = strings.TrimSuffix(path, rest)
	_, major, _ := strings.Cut(path[strings.LastIndex(path, module):], module+"/")
	return major
}
