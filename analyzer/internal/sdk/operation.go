package sdk

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/catalog"
)

// OperationOf returns the operation that fn asks of Stytch's API, if it is one
// that users make fail every day: a method of a client in any major version,
// or of an interface that a program declares in order to test itself. The
// operation is told by the type of its parameters, since neither the method
// nor the interface need have a name that says it.
func OperationOf(fn *types.Func) (catalog.Operation, bool) {
	ofClient, ofInterface := asks(fn)
	if !ofClient && !ofInterface {
		return catalog.Operation{}, false
	}
	for p := range fn.Signature().Params().Variables() {
		if !PointsTo(p.Type(), "Params") {
			continue
		}
		if op, ok := catalog.OperationOf(Key(library.TypeName(p.Type()))); ok {
			return op, true
		}
	}
	if ofClient {
		return catalog.OperationOf(Key(library.TypeName(fn.Signature().Recv().Type())) + "." + fn.Name())
	}
	return catalog.Operation{}, false
}
