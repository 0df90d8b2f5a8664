package sdk

import (
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// ParamsOf returns the type of the parameters with which fn asks Stytch's API,
// if it does so: as [OperationOf], for whatever it asks. Key names the type.
func ParamsOf(fn *types.Func) (*types.TypeName, bool) {
	if client, iface := asks(fn); !client && !iface {
		return nil, false
	}
	i := ParamsAt(fn)
	if i < 0 {
		return nil, false
	}
	return library.TypeName(fn.Signature().Params().At(i).Type()), true
}

// ParamsAt returns which parameter of fn is a pointer to one of the SDK's Params; -1 if
// none is.
func ParamsAt(fn *types.Func) int {
	i := 0
	for p := range fn.Signature().Params().Variables() {
		if PointsTo(p.Type(), "Params") {
			return i
		}
		i++
	}
	return -1
}

// Key returns the name of a type of the SDK as the catalog has it: with the
// path of its package below the module, without the major version.
func Key(name *types.TypeName) string {
	rest, _ := inModule(name.Pkg().Path())
	return strings.TrimPrefix(rest, "/") + "." + name.Name()
}

// asks reports whether fn may be a method that asks Stytch's API: one of a
// client, or one of an interface that looks like it.
func asks(fn *types.Func) (client, iface bool) {
	sig := fn.Signature()
	results := sig.Results()
	if sig.Recv() == nil || !library.ReturnsError(sig) {
		return false, false
	}
	if recv := library.TypeName(sig.Recv().Type()); recv != nil && fn.Pkg() != nil && InModule(fn.Pkg().Path()) && strings.HasSuffix(recv.Name(), "Client") {
		return true, false
	}
	return false, types.IsInterface(sig.Recv().Type()) && results.Len() == 2 && PointsTo(results.At(0).Type(), "Response")
}
