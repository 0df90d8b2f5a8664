package stytchsend

import (
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// A request is what a call asks of Stytch's API.
type request struct {
	send   *send
	create *creation
}

// request returns what a call of fn asks of Stytch's API, nil if that does not
// matter.
func (c *check) request(fn *types.Func) *request {
	if r, ok := c.requests[fn]; ok {
		return r
	}
	var r *request
	if params, ok := sdk.ParamsOf(fn); ok {
		if what := creations[sdk.Key(params)]; what != nil {
			r = &request{create: what}
		} else if op, ok := sdk.OperationOf(fn); ok && sends[op.Name] != nil && c.hasTwin(fn, params) {
			r = &request{send: sends[op.Name]}
		}
	}
	c.requests[fn] = r
	return r
}

// hasTwin reports whether the version of the SDK that a send belongs to has
// its twin: the client's method, or for an interface of the program the type
// of its parameters.
func (c *check) hasTwin(fn *types.Func, params *types.TypeName) bool {
	if recv := fn.Signature().Recv(); recv != nil && !types.IsInterface(recv.Type()) {
		obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), twinMethod)
		_, ok := obj.(*types.Func)
		return ok
	}
	// What the export data of another package tells of this one may be a part.
	return params.Pkg().Scope().Lookup(twinParams(params.Name())) != nil || !params.Pkg().Complete()
}

// twinParams returns the name of the parameters of a twin.
func twinParams(name string) string {
	return strings.TrimSuffix(name, "SendParams") + twinMethod + "Params"
}

// sendOf returns the send that an event is; nil if it is none.
func sendOf(e *paths.Event) *send { return sends[e.Name] }

// codesOf returns the codes that an operation ends with.
func codesOf(name string) []string {
	op, _ := catalog.OperationNamed(name)
	return op.Codes
}

// setsAny reports whether fields are set among which is one of some.
func setsAny(parts []paths.Part, names []string) bool {
	return slices.ContainsFunc(parts, func(p paths.Part) bool { return slices.Contains(names, p.Name) })
}
