package stytchunhandled

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// An origin says whose a value is. It is a user's, or may be one's, unless all
// that goes into it is the program's own: constants, what the environment, flags
// and files hold, and what a handler was made with before any request.
type origin struct {
	users bool         // or not known
	own   bool         // something of it is certainly the program's
	given []*types.Var // parameters of functions around that it depends on
}

func (o origin) with(other origin) origin {
	o.users = o.users || other.users
	o.own = o.own || other.own
	for _, p := range other.given {
		if !slices.Contains(o.given, p) {
			o.given = append(slices.Clip(o.given), p)
		}
	}
	return o
}

// A proof is the origin of what a function proves, or returns, for its callers.
type proof struct {
	Users bool
	Own   bool
	Given []int // parameters, counted with the receiver
}

// forCallers returns an origin as it concerns the callers of a function.
func (o origin) forCallers(sig *types.Signature) proof {
	p := proof{Users: o.users, Own: o.own}
	for _, v := range o.given {
		i := slices.Index(parameters(sig), v)
		p.Users = p.Users || i < 0
		p.Given = append(p.Given, i)
	}
	return p
}

// Origins are those of the variables of a package and of its fields, whichever
// value the fields are in.
type origins struct {
	*check
	gets  map[*types.Var][]ast.Expr       // what is assigned, or goes into what fills it
	owner map[*types.Var]*types.Signature // of parameters and receivers
	known map[*types.Var]origin
	made  map[*types.Func]proof // what functions return
}

// originsOf lists what the variables of the package get.
func (c *check) originsOf() *origins {
	if c.origins != nil {
		return c.origins
	}
	t := &origins{
		check: c,
		gets:  make(map[*types.Var][]ast.Expr),
		owner: make(map[*types.Var]*types.Signature),
		known: make(map[*types.Var]origin),
		made:  make(map[*types.Func]proof),
	}
	c.origins = t
	for cur := range c.root.Preorder(
		(*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil),
		(*ast.CompositeLit)(nil), (*ast.CallExpr)(nil),
	) {
		switch n := cur.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			sig := c.signature(n)
			for _, p := range parameters(sig) {
				t.owner[p] = sig
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				t.get(l, n.Rhs[min(i, len(n.Rhs)-1)])
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Values) > 0 {
					t.get(name, n.Values[min(i, len(n.Values)-1)])
				}
			}
		case *ast.RangeStmt:
			t.get(n.Key, n.X)
			t.get(n.Value, n.X)
		case *ast.CompositeLit:
			s, isStruct := types.Unalias(deref(typeOrInvalid(c.info.TypeOf(n)))).Underlying().(*types.Struct)
			for i, elt := range n.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok && isStruct {
					t.get(kv.Key, kv.Value)
				} else if isStruct && i < s.NumFields() {
					t.gets[s.Field(i).Origin()] = append(t.gets[s.Field(i).Origin()], elt)
				}
			}
		case *ast.CallExpr:
			t.fills(n)
		}
	}
	return t
}

// get notes what is assigned. What goes into a field of the SDK's parameters
// goes into these.
func (t *origins) get(target, value ast.Expr) {
	if v := t.target(target); v != nil {
		t.gets[v] = append(t.gets[v], value)
	}
	if sel, ok := ast.Unparen(target).(*ast.SelectorExpr); ok {
		named, ok := types.Unalias(deref(typeOrInvalid(t.info.TypeOf(sel.X)))).(*types.Named)
		if ok && named.Obj().Pkg() != nil && sdk.InModule(named.Obj().Pkg().Path()) {
			t.get(sel.X, value)
		}
	}
}

// fills notes what a call fills that it is given the address of.
func (t *origins) fills(call *ast.CallExpr) {
	fn := t.callee(call)
	if fn == nil || fn.Pkg() == nil || sdk.InModule(fn.Pkg().Path()) || t.decls[fn.Origin()] != nil {
		return
	}
	for _, arg := range call.Args {
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND {
			if v := t.target(u.X); v != nil {
				t.gets[v] = append(append(t.gets[v], call.Fun), call.Args...)
			}
		}
	}
}

// target returns the variable or field that an assignment changes, as a whole or
// in a part.
func (t *origins) target(e ast.Expr) *types.Var {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := t.info.ObjectOf(e).(*types.Var); ok {
			return v.Origin()
		}
	case *ast.SelectorExpr:
		return t.target(e.Sel)
	case *ast.IndexExpr:
		return t.target(e.X)
	case *ast.StarExpr:
		return t.target(e.X)
	}
	return nil
}

// of returns the origin of all that an expression mentions.
func (t *origins) of(e ast.Expr) origin {
	var o origin
	ast.Inspect(e, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if tv := t.info.Types[e]; tv.Value != nil || tv.IsNil() || tv.IsType() {
				o.own = o.own || tv.Value != nil && tv.Value.Kind() == constant.String
				return false
			}
		}
		switch n := n.(type) {
		case *ast.Ident:
			o = o.with(t.named(n))
		case *ast.SelectorExpr:
			o = o.with(t.named(n.Sel))
			// What has it may have been made with it.
			v, _ := t.info.Uses[n.Sel].(*types.Var)
			if v == nil && !t.isPackage(n.X) || v != nil && v.IsField() && (!t.known[v.Origin()].own || v.Exported()) {
				o = o.with(t.of(n.X))
			}
			return false
		case *ast.CallExpr:
			o = o.with(t.called(n))
			return false
		case *ast.KeyValueExpr:
			o = o.with(t.of(n.Value))
			return false
		case *ast.IndexExpr:
			o = o.with(t.of(n.X)) // whoever chooses among the program's own
			return false
		case *ast.UnaryExpr:
			o.users = o.users || n.Op == token.ARROW
		case *ast.FuncLit:
			o.users = true
			return false
		}
		return true
	})
	return o
}

// named returns the origin of what a name stands for.
func (t *origins) named(id *ast.Ident) origin {
	switch obj := t.info.ObjectOf(id).(type) {
	case *types.Var:
		return t.in(obj.Origin())
	case *types.Func:
		return origin{own: true}
	}
	return origin{users: true}
}

// in returns the origin of what a variable or a field holds.
func (t *origins) in(v *types.Var) origin {
	isGlobal := v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
	switch {
	case t.owner[v] != nil:
		return origin{given: []*types.Var{v}}
	case isGlobal && len(t.gets[v]) == 0:
		return origin{own: true} // another package sets it, or its fields are set
	case !v.IsField() && len(t.gets[v]) == 0:
		return origin{users: true}
	}
	o, ok := t.known[v]
	if ok {
		return o
	}
	t.known[v] = o // while it is worked out, for variables that get themselves
	for _, e := range t.gets[v] {
		o = o.with(t.of(e))
	}
	if (v.IsField() || isGlobal) && len(o.given) > 0 {
		// What constructors are given stays with what they make.
		o.users = o.users || slices.ContainsFunc(o.given, func(p *types.Var) bool { return takesRequest(t.owner[p]) })
		o.own, o.given = isGlobal, nil
	}
	t.known[v] = o
	return o
}

// called returns the origin of the results of a call. A function that is not in
// view makes them of what it is given: of nothing of a user's, it makes nothing
// of one. A context only bounds the time in which something is fetched by its
// name, which may fail; it may hold what cannot.
func (t *origins) called(call *ast.CallExpr) origin {
	if t.info.Types[call.Fun].IsType() {
		return t.arguments(call, false)
	}
	fn := t.callee(call)
	if fn != nil && t.decls[fn.Origin()] != nil {
		return t.at(call, t.results(fn.Origin()))
	}
	fetches := fn != nil && returnsError(fn) && fn.Signature().Results().Len() == 2 && len(call.Args) > 1 &&
		!library.Of(fn).Is(library.ReadsRequest)
	return t.of(call.Fun).with(t.arguments(call, fetches)).with(origin{own: true})
}

// results returns the origin of all that a function returns but errors.
func (t *origins) results(fn *types.Func) proof {
	if p, ok := t.made[fn]; ok {
		return p
	}
	t.made[fn] = proof{} // while it is worked out, for recursion
	var o origin
	ast.Inspect(t.decls[fn].Body, func(n ast.Node) bool {
		_, isLiteral := n.(*ast.FuncLit)
		ret, _ := n.(*ast.ReturnStmt)
		if ret == nil {
			return !isLiteral
		}
		for _, e := range ret.Results {
			if !isErrorValue(typeOrInvalid(t.info.TypeOf(e))) {
				o = o.with(t.of(e))
			}
		}
		for r := range fn.Signature().Results().Variables() {
			if len(ret.Results) == 0 && !isErrorValue(r.Type()) {
				o = o.with(t.in(r))
			}
		}
		return true
	})
	t.made[fn] = o.forCallers(fn.Signature())
	return t.made[fn]
}

// arguments returns the origin of what a call is given, but for contexts where
// they do not count.
func (t *origins) arguments(call *ast.CallExpr, skipContexts bool) origin {
	var o origin
	sig, _ := typeOrInvalid(t.info.TypeOf(call.Fun)).Underlying().(*types.Signature)
	for i, arg := range call.Args {
		if !skipContexts || sig == nil || i >= sig.Params().Len() || !isContext(sig.Params().At(i).Type()) {
			o = o.with(t.of(arg))
		}
	}
	return o
}

// at returns the origin of what a function proves or returns at a call.
func (t *origins) at(call *ast.CallExpr, p proof) origin {
	list := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s := t.info.Selections[sel]; s != nil && s.Kind() == types.MethodVal {
			list = append([]ast.Expr{sel.X}, list...)
		}
	}
	o := origin{users: p.Users, own: p.Own}
	for _, i := range p.Given {
		if i < 0 || i >= len(list) {
			o.users = true
			continue
		}
		o = o.with(t.of(list[i]))
	}
	return o
}

// proof returns the origin of what a call proves.
func (t *origins) proof(s *source) origin {
	if f := t.fails(s.callee); f != nil {
		return t.at(s.call, f.Proof)
	}
	return t.arguments(s.call, true)
}

// isOwn reports whether a call proves what the program brings itself, such as
// the token of a probe.
func (c *check) isOwn(s *source) bool {
	t := c.originsOf()
	o := t.proof(s)
	for _, p := range o.given {
		o.users = o.users || !t.isPrepared(p, s)
	}
	return !o.users && (o.own || len(o.given) > 0)
}
