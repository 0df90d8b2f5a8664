package sdk

import (
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// IsCall reports whether fn is a method that asks Stytch's API, so that its
// error is one of the SDK's or one of the network: a method of a client in any
// major version. An interface's method counts if it has the parameters and the
// result of one, as those have that programs declare in order to test
// themselves.
func IsCall(fn *types.Func) bool {
	sig := fn.Signature()
	results := sig.Results()
	if sig.Recv() == nil || !library.ReturnsError(sig) || checksLocally(fn.Name()) {
		return false
	}
	if fn.Pkg() != nil && InModule(fn.Pkg().Path()) {
		recv := library.TypeName(sig.Recv().Type())
		return recv != nil && strings.HasSuffix(recv.Name(), "Client")
	}
	if !types.IsInterface(sig.Recv().Type()) || results.Len() != 2 || !PointsTo(results.At(0).Type(), "Response") {
		return false
	}
	for p := range sig.Params().Variables() {
		if PointsTo(p.Type(), "Params") {
			return true
		}
	}
	return false
}

// CallFamily returns the set of codes that the error of a call has.
func CallFamily(fn *types.Func) Family {
	if recv := fn.Signature().Recv(); recv != nil && fn.Name() == "Token" {
		if name := library.TypeName(recv.Type()); name != nil && name.Name() == "M2MClient" {
			return OAuth2
		}
	}
	return API
}

// CallMajor returns the major version of the SDK that a call belongs to.
func CallMajor(fn *types.Func) string {
	if fn.Pkg() != nil && InModule(fn.Pkg().Path()) {
		return Major(fn.Pkg().Path())
	}
	if results := fn.Signature().Results(); results.Len() > 0 {
		if name := library.TypeName(results.At(0).Type()); name != nil && name.Pkg() != nil {
			return Major(name.Pkg().Path())
		}
	}
	return ""
}

// ErrorPackage returns the path and the name of the package that declares the
// error types of a major version.
func ErrorPackage(major string) (path, name string) {
	switch major {
	case "":
		return module + "/stytch", "stytch"
	case "v2":
		return module + "/v2/stytch", "stytch"
	}
	return module + "/" + major + "/stytch/stytcherror", "stytcherror"
}

// checksLocally reports whether the method of that name looks at a token
// itself, so that its errors are mostly those of another library.
func checksLocally(name string) bool {
	return strings.HasSuffix(name, "Local") || name == "AuthenticateToken"
}

// PointsTo reports whether t is a pointer to a type of the SDK whose name
// ends with suffix.
func PointsTo(t types.Type, suffix string) bool {
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		return false
	}
	name := library.TypeName(t)
	return name != nil && name.Pkg() != nil && InModule(name.Pkg().Path()) && strings.HasSuffix(name.Name(), suffix)
}
