package stytchunhandled

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
)

// A deed is what an instruction does, as far as it tells a failure from a success.
type deed uint32

const (
	uses         deed = 1 << iota // hands on, keeps or returns what the call has brought
	callsNext                     // calls the handler that is protected
	responds                      // answers with a success, or with who knows what
	approves                      // returns that all is well
	refuses                       // answers with a failure
	blamesServer                  // namely the server's
	makes                         // makes an answer that has to be returned
	touches                       // prepares an answer
	stops                         // keeps the handlers that follow from running, or may
	logged                        // logs
	counted                       // counts
	acts                          // does anything else that others may notice
	changes                       // gives a variable another value
	leaves                        // leaves the function
	tells                         // hands on the error
)

// stepOf returns what an instruction does that is no call, and whether it is one that a
// gate looks at.
func stepOf(p *paths.Path, instr ssa.Instruction) (deed, bool) {
	switch instr := instr.(type) {
	case *ssa.Alloc, *ssa.BinOp, *ssa.TypeAssert, *ssa.Range, *ssa.If:
		return 0, true
	case *ssa.Store:
		_, own := p.Declared(instr.Addr)
		switch {
		case own:
			return 0, true
		case counts(instr.Val):
			return counted, true
		}
		return acts, true
	case *ssa.MapUpdate:
		_, literal := instr.Map.(*ssa.MakeMap)
		switch {
		case literal:
			return 0, true
		case counts(instr.Value):
			return counted, true
		}
		return acts, true
	case *ssa.Send, *ssa.Go:
		return acts, true
	case *ssa.Panic:
		return leaves, true
	case *ssa.Return:
		if p.Own() {
			return leaves, true
		}
		return 0, true
	}
	return 0, false
}

// counts reports whether a value is what a place held, and something more.
func counts(v ssa.Value) bool {
	op, ok := v.(*ssa.BinOp)
	if !ok {
		return false
	}
	_, constant := op.Y.(*ssa.Const)
	if b, ok := op.Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsNumeric == 0 {
		return false
	}
	switch op.X.(type) {
	case *ssa.UnOp, *ssa.Lookup:
		return constant
	}
	return false
}

// deedOf returns what a call does.
func deedOf(p *paths.Path, call *paths.Call) deed {
	if told, known := p.Told(call); known {
		return deed(told) & (logged | counted | acts | touches | responds | stops | callsNext | makes)
	}
	common := call.Instr.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return builtins[b.Name()]
	}
	row := p.Rule(call.Fn)
	switch {
	case callsHandler(call, row):
		return callsNext
	case row.Does == library.AnswersLate:
		return makes
	case row.Does == library.Answers:
		return answerOf(p, call, row)
	case row.Is(library.StopsChain):
		return stops
	case row.Does == library.SetsCookie:
		return touches
	}
	handed := handedResponder(call)
	switch {
	case handed != nil && row.Is(library.NoAnswer):
		return touches
	case handed != nil && mayStop(handed):
		return responds | stops
	case handed != nil, answersThrough(p, call):
		return responds
	case call.Fn == nil:
		return acts
	case row.Is(library.Counts), library.LooksLikeCount(call.Fn):
		return counted
	case logs(call.Fn), row.Does == library.KeepsError:
		return logged
	case call.Fn.Name() == "Error" && call.Fn.Signature().Recv() != nil && call.Fn.Signature().Params().Len() == 0:
		return 0
	case row.Is(library.Steady|library.Pure|library.Harmless|library.Waits) || row.Does == library.SameValue || isOfErrors(row.Does):
		return 0
	case isHeader(call.Fn):
		return touches
	}
	return acts
}

var builtins = map[string]deed{"print": logged, "println": logged, "delete": acts, "clear": acts, "copy": acts, "close": acts, "recover": acts}

// isOfErrors reports whether a function makes an error, or asks one.
func isOfErrors(r library.Role) bool { return library.NewError <= r && r <= library.ErrorIsLike }

// answerOf returns what a call does that answers.
func answerOf(p *paths.Path, call *paths.Call, row library.Row) deed {
	status := int64(row.Answer.Status)
	if row.Arg >= 0 {
		status, _ = p.Number(call.Arg(row.Arg))
	}
	d := answering(status)
	if row.Is(library.StopsChain) {
		d |= stops
	}
	return d
}

// answering returns what it means to answer with a status.
func answering(status int64) deed {
	switch {
	case status >= 500:
		return refuses | blamesServer
	case status >= 400:
		return refuses
	case status >= 300:
		return refuses | responds
	}
	return responds
}

// callsHandler reports whether a call is one of a handler that the function was given,
// or of what calls the next one in a framework.
func callsHandler(call *paths.Call, row library.Row) bool {
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
	if !isContext(sig.Params().At(0).Type()) || sig.Results().Len() != 2 {
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
func handedResponder(call *paths.Call) types.Type {
	params := call.Instr.Common().Signature().Params()
	for i, arg := range argumentsOf(call.Instr.Common()) {
		if t := typeBeneath(arg); isResponder(t) {
			if i < params.Len() && library.Type(params.At(i).Type()) == "context.Context" {
				continue
			}
			return t
		}
	}
	return nil
}

// argumentsOf returns the arguments of a call without the receiver.
func argumentsOf(c *ssa.CallCommon) []ssa.Value {
	if !c.IsInvoke() && c.Signature().Recv() != nil {
		return c.Args[1:]
	}
	return c.Args
}

// typeBeneath returns the type of a value that may have become an interface.
func typeBeneath(v ssa.Value) types.Type {
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
func answersThrough(p *paths.Path, call *paths.Call) bool {
	if call.Fn == nil || call.Fn.Signature().Recv() == nil || len(call.Args) == 0 {
		return false
	}
	made := p.MadeBy(call.Args[0])
	return made != nil && handedResponder(&paths.Call{Instr: made}) != nil
}

// isHeader reports whether a function is a method of the header of an answer, or
// returns that.
func isHeader(fn *types.Func) bool {
	sig := fn.Signature()
	is := func(t types.Type) bool { return library.Type(t) == "net/http.Header" }
	return sig.Recv() != nil && (is(sig.Recv().Type()) || isResponder(sig.Recv().Type()) && sig.Results().Len() == 1 && is(sig.Results().At(0).Type()))
}

func isResponder(t types.Type) bool { return library.KindOf(t).Is(library.Responder) }

// inLoop reports whether a block may run twice.
func inLoop(b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(from *ssa.BasicBlock) bool
	visit = func(from *ssa.BasicBlock) bool {
		for _, s := range from.Succs {
			if s == b {
				return true
			}
			if !seen[s] {
				seen[s] = true
				if visit(s) {
					return true
				}
			}
		}
		return false
	}
	return visit(b)
}
