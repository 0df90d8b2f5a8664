package valueflow

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Some programs call Stytch's API without the SDK and decode its errors into a
// struct of their own. Many APIs have an error_type, so a field counts as a
// code only if the struct has the shape of Stytch's errors and the package has
// to do with Stytch: it imports the SDK or names a host of stytch.com.

// codeFieldOf returns the field of s that holds an error code, if s has the
// shape of Stytch's errors, and the one that holds the status, if it has one.
func codeFieldOf(s *types.Struct) (field, status *types.Var) {
	status, field = errfield.Shape(s)
	if status != nil && !isInt(status.Type()) {
		status = nil
	}
	if field == nil || !isString(field.Type()) || sdk.IsErrorPackage(field.Pkg()) {
		return nil, nil
	}
	names := errfield.NamesOf(s)
	has := func(name string) bool { return slices.Contains(names, name) }
	if errfield.IsForeign(names) || !has("status_code") && !has("request_id") || !has("error_message") && !has("error_url") {
		return nil, nil
	}
	return field, status
}

// signs show that a package calls Stytch's API without the SDK, or stands in for it.
type signs struct {
	// Fields are those of the package's own structs that hold error codes, with the one
	// that holds the status, nil if there is none.
	fields    map[*types.Var]*types.Var
	errorType bool // a constant contains error_type, as the answers of servers do
	host      bool // a constant names a host of stytch.com
}

// signsOf looks for them in a package, which may import the SDK.
func signsOf(pass *analysis.Pass, imports bool) signs {
	found := signs{fields: make(map[*types.Var]*types.Var)}
	add := func(t types.Type) {
		if s, ok := t.(*types.Struct); ok {
			if code, status := codeFieldOf(s); code != nil && code.Pkg() == pass.Pkg {
				found.fields[code] = status
			}
		}
	}
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok && !tn.IsAlias() {
			add(tn.Type().Underlying())
		}
	}
	http := speaksHTTP(pass.Pkg)
	if !http && !imports && len(found.fields) == 0 {
		return found
	}
	for _, tv := range pass.TypesInfo.Types {
		if s, ok := library.StringValue(tv.Value); ok {
			found.errorType = found.errorType || (http || imports) && strings.Contains(s, "error_type")
			found.host = found.host || strings.Contains(s, "stytch.com")
		} else if http && tv.IsType() {
			add(tv.Type) // errors are decoded into types of a function's own, too
		}
	}
	return found
}

// speaksHTTP reports whether pkg imports what clients and servers without the
// SDK need.
func speaksHTTP(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool {
		return imp.Path() == "net/http" || imp.Path() == "encoding/json"
	})
}

// testsWrapper reports whether pkg is an external test of a package of which there are
// facts, or that wraps the SDK. What that one imports would be no answer: compiled types
// name only what they mention.
func testsWrapper(pkg *types.Package, factful map[*types.Package]bool) bool {
	return strings.HasSuffix(pkg.Name(), "_test") && slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool { return factful[imp] || wraps(imp) })
}

// wraps reports whether an exported struct of pkg has a field of a type of the SDK.
func wraps(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Scope().Names(), func(name string) bool {
		obj := pkg.Scope().Lookup(name)
		s, ok := obj.Type().Underlying().(*types.Struct)
		if !ok || !obj.Exported() {
			return false
		}
		for v := range s.Fields() {
			if t := library.TypeName(v.Type()); t != nil && t.Pkg() != nil && sdk.InModule(t.Pkg().Path()) {
				return true
			}
		}
		return false
	})
}

// importsSDK reports whether pkg imports a package of the SDK, or is one.
func importsSDK(pkg *types.Package) bool {
	return sdk.IsImportedBy(pkg) || sdk.InModule(pkg.Path())
}

// A codeField is the error_type of a struct in the shape of Stytch's errors.
type codeField struct {
	read    bool // what is read from it is a code
	written bool // what is written to it is to be one
}

// codeField returns what is known of a field as one of that shape.
func (b *builder) codeField(v *types.Var) codeField {
	field, known := b.codeFields[v.Origin()]
	if !known && v.IsField() && v.Pkg() != b.pass.Pkg && b.factful[v.Pkg()] {
		fact := new(varFact)
		isCode := b.pass.ImportObjectFact(v.Origin(), fact) && fact.IsCode
		field = codeField{isCode, isCode}
		b.codeFields[v.Origin()] = field
	}
	return field
}
