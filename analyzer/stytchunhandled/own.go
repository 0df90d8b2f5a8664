package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/paths"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// bringsOwn reports whether a call proves what the program brings itself and no user
// does, such as the token of a probe: constants, what the environment, flags and files
// hold, and what a handler was made with before any request.
func (c *check) bringsOwn(p *paths.Path, call ssa.CallInstruction) bool {
	o := &origin{check: c, path: p, seen: make(map[ssa.Value]bool), places: make(map[ssa.Value]bool), within: make(map[*ssa.Function]bool)}
	common := call.Common()
	for _, arg := range common.Args {
		if t := arg.Type(); !library.IsContext(t) && !isClient(t) {
			o.of(arg, false)
		}
	}
	return o.own && !o.users
}

// isClient reports whether t is a type of the SDK that asks the API: one that is not
// sent.
func isClient(t types.Type) bool {
	return isOfSDK(t) && !strings.HasSuffix(library.TypeName(t).Name(), "Params")
}

// isOfSDK reports whether t is a type of the SDK, or a pointer to one.
func isOfSDK(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && sdk.InModule(named.Obj().Pkg().Path())
}

// An origin says whose a value is. It is a user's, or may be one's, unless all that
// goes into it is the program's own.
type origin struct {
	*check
	path   *paths.Path
	seen   map[ssa.Value]bool // values, and places
	places map[ssa.Value]bool
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
		if o.within[v.Parent()] {
			return // as are the arguments
		}
		if arg := o.path.Argument(v); arg != nil {
			o.of(arg, within)
			return
		}
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
	case *ssa.Lookup:
		o.of(v.X, within) // whoever chooses among the program's own
	case *ssa.Index:
		o.of(v.X, within)
	case *ssa.IndexAddr:
		o.of(v.X, within)
	case *ssa.UnOp:
		o.users = o.users || v.Op == token.ARROW
		o.of(v.X, within)
	case *ssa.MakeClosure:
		o.users = true
	case *ssa.FieldAddr:
		o.users = o.users || o.isPerRequest(v)
		o.of(v.X, within)
	case ssa.Instruction:
		for _, op := range v.Operands(nil) {
			o.of(*op, within)
		}
	}
}

// given adds the origin of a parameter that no caller is known of: it has its value
// before any request if it is one of a function that makes the handler, or the receiver
// of one.
func (o *origin) given(v *ssa.Parameter, within bool) {
	sig := v.Parent().Signature
	if sig.Recv() != nil && v == v.Parent().Params[0] {
		within = within || handlesRequest(sig)
	} else {
		within = within && !takesRequest(sig)
	}
	o.own = o.own || within
	o.users = o.users || !within
}

// written adds the origin of all that is put into a place, or goes into what fills it.
func (o *origin) written(at ssa.Value, within bool) {
	if o.places[at] {
		return
	}
	o.places[at] = true
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
			if isOfSDK(r.Type()) {
				o.written(r, within) // parameters that are filled one by one
			}
		case *ssa.Call:
			if fn := r.Call.StaticCallee(); fn != nil && !asks(fn) {
				o.arguments(&r.Call, false, within)
			}
		}
	}
}

// asks reports whether a function is one of the SDK.
func asks(fn *ssa.Function) bool {
	obj := fn.Object()
	return obj != nil && obj.Pkg() != nil && sdk.InModule(obj.Pkg().Path())
}

// called adds the origin of the results of a call. A function makes them of what it is
// given: of nothing of a user's, it makes nothing of one. A context only bounds the time
// in which something is fetched by its name, which may fail; it may hold what cannot.
func (o *origin) called(c *ssa.CallCommon, within bool) {
	fn := paths.Callee(c)
	results := c.Signature().Results().Len()
	fetches := fn != nil && library.ReturnsError(c.Signature()) && results == 2 && c.Signature().Params().Len() > 1 && !library.Of(fn).Is(library.ReadsRequest)
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
	if takesRequest(sig) {
		return true
	}
	if sig.Params().Len() != 2 || !library.ReturnsError(sig) {
		return false
	}
	_, isPointer := types.Unalias(sig.Params().At(1).Type()).(*types.Pointer)
	return isPointer && library.IsContext(sig.Params().At(0).Type())
}

// takesRequest reports whether a function is given a request of HTTP.
func takesRequest(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if library.Type(p.Type()) == "net/http.Request" {
			return true
		}
	}
	return library.AnswersRequest(sig)
}

// isPerRequest reports whether a field is set where there is a request.
func (c *check) isPerRequest(at *ssa.FieldAddr) bool {
	if c.perRequest == nil {
		c.perRequest = make(map[*types.Var]bool)
		for cur := range c.root().Preorder((*ast.AssignStmt)(nil), (*ast.CompositeLit)(nil)) {
			for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
				if sig := c.signature(around.Node()); sig != nil && takesRequest(sig) {
					c.fieldsSet(cur.Node())
				}
			}
		}
	}
	s, ok := at.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return ok && c.perRequest[s.Field(at.Field).Origin()]
}

// fieldsSet notes the fields that an assignment or a literal sets.
func (c *check) fieldsSet(n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			if sel, ok := l.(*ast.SelectorExpr); ok {
				c.fieldSet(c.info.Uses[sel.Sel])
			}
		}
	case *ast.CompositeLit:
		var s *types.Struct
		if t := c.info.TypeOf(n); t != nil {
			s, _ = t.Underlying().(*types.Struct)
		}
		for i, elt := range n.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					c.fieldSet(c.info.Uses[id])
				}
			} else if s != nil && i < s.NumFields() {
				c.fieldSet(s.Field(i))
			}
		}
	}
}

func (c *check) fieldSet(obj types.Object) {
	if v, ok := obj.(*types.Var); ok && v.IsField() {
		c.perRequest[v.Origin()] = true
	}
}

// signature returns that of a *ast.FuncDecl or *ast.FuncLit, nil if it is not
// known.
func (c *check) signature(node ast.Node) *types.Signature {
	var e ast.Expr
	switch n := node.(type) {
	case *ast.FuncDecl:
		e = n.Name
	case *ast.FuncLit:
		e = n
	}
	sig, _ := c.info.TypeOf(e).(*types.Signature)
	return sig
}
