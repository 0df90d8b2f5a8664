package sdk

import (
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/catalog"
)

// OperationOf returns the operation that fn asks of Stytch's API, if it is one
// that users make fail every day: a method of a client in any major version,
// or of an interface that a program declares in order to test itself. The
// operation is told by the type of its parameters, since neither the method
// nor the interface need have a name that says it.
func OperationOf(fn *types.Func) (catalog.Operation, bool) {
	sig := fn.Signature()
	results := sig.Results()
	if sig.Recv() == nil || results.Len() == 0 || !isError(results.At(results.Len()-1).Type()) {
		return catalog.Operation{}, false
	}
	recv := declared(sig.Recv().Type())
	ofClient := recv != nil && fn.Pkg() != nil && InModule(fn.Pkg().Path()) && strings.HasSuffix(recv.Name(), "Client")
	ofInterface := types.IsInterface(sig.Recv().Type()) && results.Len() == 2 && isOfModule(results.At(0).Type(), "Response")
	if !ofClient && !ofInterface {
		return catalog.Operation{}, false
	}
	for p := range sig.Params().Variables() {
		if !isOfModule(p.Type(), "Params") {
			continue
		}
		if op, ok := catalog.OperationOf(keyOf(declared(p.Type()))); ok {
			return op, true
		}
	}
	if ofClient {
		return catalog.OperationOf(keyOf(recv) + "." + fn.Name())
	}
	return catalog.Operation{}, false
}

// keyOf returns the name of a type of the SDK as the catalog has it.
func keyOf(name *types.TypeName) string {
	rest, _ := inModule(name.Pkg().Path())
	return strings.TrimPrefix(rest, "/") + "." + name.Name()
}
