// Package sdk recognises what belongs to Stytch's Go SDK,
// github.com/stytchauth/stytch-go, in every major version: by resolved
// objects and types, never by the text of an identifier.
package sdk

import (
	"go/types"
	"slices"
	"strings"
)

// module is the SDK's module path without its major version suffix.
const module = "github.com/stytchauth/stytch-go"

// A Family says which set of error codes a value is drawn from.
type Family uint8

// The sets of codes.
const (
	API    Family = 1 << iota // codes of stytcherror.Error
	OAuth2                    // codes of stytcherror.OAuth2Error
)

// Either is the family of a stytcherror.Type whose origin is not in view: both
// error types have a field of that type.
const Either = API | OAuth2

// IsErrorPackage reports whether pkg declares the SDK's error types:
// stytcherror since v3, and before that the package stytch itself.
func IsErrorPackage(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	switch pkg.Name() {
	case "stytcherror", "stytch":
	default:
		return false
	}
	rest, ok := inModule(pkg.Path())
	return ok && (rest == "/stytch/stytcherror" || rest == "/stytch" && pkg.Scope().Lookup("ErrorType") != nil)
}

// InModule reports whether path is that of a package of the SDK, in any major
// version.
func InModule(path string) bool {
	_, ok := inModule(path)
	return ok
}

// IsImportedBy reports whether pkg imports a package of the SDK itself, in any
// major version.
func IsImportedBy(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool { return InModule(imp.Path()) })
}

// Majors returns the major versions of the SDK that a package imports itself, sorted.
func Majors(pkg *types.Package) []string {
	var majors []string
	for _, imp := range pkg.Imports() {
		if InModule(imp.Path()) {
			majors = append(majors, Major(imp.Path()))
		}
	}
	slices.Sort(majors)
	return slices.Compact(majors)
}

// inModule returns what follows the SDK's module path, in any major version
// and under any vendor folder, in the path of a package.
func inModule(path string) (rest string, ok bool) {
	if i := strings.LastIndex(path, "/vendor/"); i >= 0 {
		path = path[i+len("/vendor/"):]
	}
	path = strings.TrimPrefix(path, "vendor/")
	rest, ok = strings.CutPrefix(path, module)
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	if major, ok := strings.CutPrefix(rest, "/v"); ok {
		digits := len(major) - len(strings.TrimLeft(major, "0123456789"))
		if digits > 0 && (digits == len(major) || major[digits] == '/') {
			return major[digits:], true
		}
	}
	return rest, true
}

// FamilyOfField returns the set of codes that the struct field v holds, if v
// is the ErrorType field of one of the SDK's error types.
func FamilyOfField(v *types.Var) (Family, bool) {
	if !v.IsField() || v.Name() != "ErrorType" || !IsErrorPackage(v.Pkg()) {
		return 0, false
	}
	if isFieldOf(v, "OAuth2Error") {
		return OAuth2, true
	}
	return API, true
}

// isFieldOf reports whether v is a field of the named struct type of its own
// package.
func isFieldOf(v *types.Var, name string) bool {
	obj := v.Pkg().Scope().Lookup(name)
	if obj == nil {
		return false
	}
	s, ok := obj.Type().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if f == v {
			return true
		}
	}
	return false
}

// IsCodeType reports whether t is the SDK's type of error codes,
// stytcherror.Type (stytch.ErrorType before v3).
func IsCodeType(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	obj := named.Obj()
	switch obj.Name() {
	case "Type":
		return obj.Pkg() != nil && obj.Pkg().Name() == "stytcherror" && IsErrorPackage(obj.Pkg())
	case "ErrorType":
		return obj.Pkg() != nil && obj.Pkg().Name() == "stytch" && IsErrorPackage(obj.Pkg())
	}
	return false
}

// Reaches reports whether pkg is part of the SDK's error package or imports
// a package of the SDK, directly or through others. A package that does not can
// hold no value of the SDK's error types. The SDK's packages need not be seen to
// import the one with the errors: the export data of a package tells only which
// others its declarations mention.
func Reaches(pkg *types.Package) bool {
	isSDK := func(p *types.Package) bool { return IsErrorPackage(p) || InModule(p.Path()) }
	if isSDK(pkg) {
		return true
	}
	// Those nearby come first: who uses the SDK mostly imports it.
	seen := map[*types.Package]bool{pkg: true}
	for work := []*types.Package{pkg}; len(work) > 0; work = work[1:] {
		if slices.ContainsFunc(work[0].Imports(), isSDK) {
			return true
		}
		for _, imp := range work[0].Imports() {
			if !seen[imp] {
				seen[imp] = true
				work = append(work, imp)
			}
		}
	}
	return false
}
