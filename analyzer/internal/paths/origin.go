package paths

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// IsOwn reports whether what is handed to a call is the program's own and no user's, such
// as the token of a probe: constants, what the environment, flags and files hold, and what
// a handler was made with before any request.
func (p *Path) IsOwn(vs ...ssa.Value) bool {
	o := &origin{Path: p, seen: make(map[ssa.Value]bool), filled: make(map[ssa.Value]bool), within: make(map[*ssa.Function]bool)}
	for _, v := range vs {
		o.of(v, false)
	}
	return o.own && !o.users
}

// An origin says whose a value is. It is a user's, or may be one's, unless all that
// goes into it is the program's own.
type origin struct {
	*Path
	seen   map[ssa.Value]bool
	filled map[ssa.Value]bool     // places
	within map[*ssa.Function]bool // functions that are called
	users  bool
	own    bool // something of it is certainly the program's
}

// of adds the origin of a value. Within says that it is asked for by a literal that
// handles requests.
func (o *origin) of(v ssa.Value, within bool) {
	if v == nil || o.seen[v] || o.users {
		return
	}
	o.seen[v] = true
	switch v := v.(type) {
	case *ssa.Const:
		o.own = o.own || v.Value != nil && v.Value.Kind() == constant.String
	case *ssa.Global, *ssa.Function, *ssa.Builtin:
		o.own = true
	case *ssa.Parameter:
		o.given(v, within)
	case *ssa.FreeVar:
		within = within || handlesRequest(v.Parent().Signature)
		i := slices.Index(v.Parent().FreeVars, v)
		for _, r := range *v.Parent().Referrers() {
			if c, ok := r.(*ssa.MakeClosure); ok {
				o.of(c.Bindings[i], within)
			}
		}
	case *ssa.Alloc:
		o.written(v, within)
	case *ssa.Call:
		o.called(v.Common(), within)
	case *ssa.Lookup, *ssa.Index, *ssa.IndexAddr:
		o.of(*v.(ssa.Instruction).Operands(nil)[0], within) // whoever chooses among the program's own
	case ssa.Instruction:
		switch v := v.(type) {
		case *ssa.UnOp:
			o.users = o.users || v.Op == token.ARROW
		case *ssa.FieldAddr:
			f := o.filling(fieldOf(v.X.Type(), v.Field))
			o.users = o.users || f != nil && f.perRequest
		}
		for _, op := range v.Operands(nil) {
			o.of(*op, within)
		}
	}
}

// given adds the origin of a parameter: that of the argument, or if no caller is known, it
// has its value before any request if it is one of a function that makes the handler, or
// the receiver of one.
func (o *origin) given(v *ssa.Parameter, within bool) {
	sig := v.Parent().Signature
	if o.within[v.Parent()] {
		return // as are the arguments
	}
	if arg := o.argument(v); arg != nil {
		o.of(arg, within)
		return
	}
	if sig.Recv() != nil && v == v.Parent().Params[0] {
		within = within || handlesRequest(sig)
	} else {
		within = within && !library.TakesRequest(sig)
	}
	o.own = o.own || within
	o.users = o.users || !within
}

// argument returns what the caller of a function that is looked into hands it as a
// parameter; nil if that is not known.
func (p *Path) argument(param *ssa.Parameter) ssa.Value {
	for f := p.f; f != nil; f = f.up {
		if i := slices.Index(f.fn.Params, param); i >= 0 && i < len(f.args) {
			return f.args[i]
		}
	}
	return nil
}

// written adds the origin of all that is put into a place, or goes into what fills it.
func (o *origin) written(at ssa.Value, within bool) {
	if o.filled[at] {
		return
	}
	o.filled[at] = true
	for _, r := range *at.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr == at {
				o.of(r.Val, within)
			} else if elem, ok := r.Addr.(*ssa.IndexAddr); ok {
				o.written(elem.X, within) // an argument of many
			}
		case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.MakeInterface, *ssa.Slice:
			o.written(r.(ssa.Value), within)
		case *ssa.UnOp:
			if name := library.TypeName(r.Type()); name != nil && name.Pkg() != nil && sdk.InModule(name.Pkg().Path()) {
				o.written(r, within) // parameters of a call that are filled one by one
			}
		case *ssa.Call:
			if fn := Callee(&r.Call); r.Call.StaticCallee() != nil && (fn == nil || !sdk.IsCall(fn)) && !o.isIn(r) {
				o.arguments(&r.Call, false, within)
			}
		}
	}
}

// isIn reports whether the path is in a call, which is handed what it asks for and does not
// fill that.
func (p *Path) isIn(call ssa.Instruction) bool {
	for f := p.f; f.up != nil; f = f.up {
		if f.from == call {
			return true
		}
	}
	return p.instr == call
}

// called adds the origin of the results of a call. A function makes them of what it is
// given: of nothing of a user's, it makes nothing of one. A context only bounds the time
// in which something is fetched by its name, which may fail; it may hold what cannot.
func (o *origin) called(c *ssa.CallCommon, within bool) {
	fn, sig := Callee(c), c.Signature()
	fetches := fn != nil && library.ReturnsError(sig) && sig.Results().Len() == 2 && sig.Params().Len() > 1 && !o.Rule(fn).Is(library.ReadsRequest)
	if c.IsInvoke() {
		o.of(c.Value, within)
	}
	o.own = true
	o.arguments(c, fetches, within)
	if body := c.StaticCallee(); body != nil && !o.within[body] {
		o.within[body] = true
		for _, b := range body.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
				for _, r := range ret.Results {
					if !library.IsError(r.Type()) {
						o.of(r, within)
					}
				}
			}
		}
	}
}

func (o *origin) arguments(c *ssa.CallCommon, skipContexts, within bool) {
	for _, arg := range c.Args {
		if !skipContexts || !library.IsContext(arg.Type()) {
			o.of(arg, within)
		}
	}
}

// handlesRequest reports whether a function handles a request that it is given,
// of HTTP or of gRPC.
func handlesRequest(sig *types.Signature) bool {
	if library.TakesRequest(sig) {
		return true
	}
	if sig.Params().Len() != 2 || !library.ReturnsError(sig) {
		return false
	}
	_, isPointer := types.Unalias(sig.Params().At(1).Type()).(*types.Pointer)
	return isPointer && library.IsContext(sig.Params().At(0).Type())
}
