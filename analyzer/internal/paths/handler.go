package paths

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// callsHandler reports whether a call is one of a handler that the function was given,
// or of what calls the next one in a framework.
func callsHandler(call *Call, row library.Row) bool {
	sig := call.Instr.Common().Signature()
	if call.Fn != nil {
		if call.Fn.Name() == "ServeHTTP" {
			return sig.Params().Len() == 2 && library.Type(sig.Params().At(0).Type()) == "net/http.ResponseWriter"
		}
		return row.Does == library.CallsNext
	}
	if library.KindOf(call.Instr.Common().Value.Type()).Is(library.Handler) || isNext(call.Instr) {
		return true
	}
	return sig.Params().Len() == 2 && library.Type(sig.Params().At(0).Type()) == "net/http.ResponseWriter"
}

// isNext reports whether a call is one of a function that stands behind the one that
// calls it: it is handed in, and returns the same. If its type has a name, that is a value
// beside an error for a context; if it has none, it takes the same, or the context and the
// request that the one before it takes beside other things.
func isNext(call ssa.CallInstruction) bool {
	sig, own := call.Common().Signature(), call.Parent().Signature
	if !isHandedIn(call.Common().Value) || sig.Params().Len() == 0 || !types.Identical(sig.Results(), own.Results()) || !library.ReturnsError(sig) {
		return false
	}
	if types.Identical(sig.Params(), own.Params()) {
		return true
	}
	if !library.IsContext(sig.Params().At(0).Type()) || sig.Results().Len() != 2 {
		return false
	}
	if _, named := types.Unalias(call.Common().Value.Type()).(*types.Named); named {
		return true
	}
	for i := range sig.Params().Len() {
		if i >= own.Params().Len() || !types.Identical(sig.Params().At(i).Type(), own.Params().At(i).Type()) {
			return false
		}
	}
	return sig.Params().Len() > 1
}

// isHandedIn reports whether a value is a parameter of the function, or of one around it.
func isHandedIn(v ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	for fn := v.Parent(); fn != nil; fn = fn.Parent() {
		if slices.ContainsFunc(fn.Params, func(param *ssa.Parameter) bool { return param.Pos() == v.Pos() }) {
			return true
		}
	}
	return false
}

// handedResponder returns the type of what a request is answered by that a call is
// handed; nil if there is none. The context of a framework is one, too.
func handedResponder(call *Call) types.Type {
	params := call.Instr.Common().Signature().Params()
	for i, arg := range arguments(call.Instr.Common()) {
		if t := TypeBeneath(arg); library.KindOf(t).Is(library.Responder) {
			if i < params.Len() && library.Type(params.At(i).Type()) == "context.Context" {
				continue
			}
			return t
		}
	}
	return nil
}

// arguments returns the arguments of a call without the receiver.
func arguments(c *ssa.CallCommon) []ssa.Value {
	if !c.IsInvoke() && c.Signature().Recv() != nil {
		return c.Args[1:]
	}
	return c.Args
}

// TypeBeneath returns the type of a value that may have become an interface.
func TypeBeneath(v ssa.Value) types.Type {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v.Type()
		}
	}
}

// mayStop reports whether who has a responder can keep the handlers that follow from
// running.
func mayStop(t types.Type) bool {
	set := types.NewMethodSet(t)
	for m := range set.Methods() {
		if fn, ok := m.Obj().(*types.Func); ok && library.Of(fn).Is(library.StopsChain) {
			return true
		}
	}
	return false
}

// answersThrough reports whether a call is one of a method of something that was made
// with what a request is answered by, such as an encoder.
func (p *Path) answersThrough(call *Call) bool {
	if call.Fn == nil || call.Fn.Signature().Recv() == nil || len(call.Args) == 0 {
		return false
	}
	made := p.MadeBy(call.Args[0])
	return made != nil && handedResponder(&Call{Instr: made}) != nil
}

// isHeader reports whether a function is a method of the header of an answer, or
// returns that.
func isHeader(fn *types.Func) bool {
	sig := fn.Signature()
	is := func(t types.Type) bool { return library.Type(t) == "net/http.Header" }
	return sig.Recv() != nil && (is(sig.Recv().Type()) || library.KindOf(sig.Recv().Type()).Is(library.Responder) && sig.Results().Len() == 1 && is(sig.Results().At(0).Type()))
}
