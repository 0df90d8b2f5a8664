package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A gift is a value that a variable gets, with the function in which it does.
type gift struct {
	expr   ast.Expr
	result int      // of a call with several results
	in     ast.Node // the function, nil for none
	filled bool     // the call is given the variable's address
}

// Gifts are what the variables of a package get, wherever that is: fields in any
// value of their type, parameters by the calls in view.
type gifts struct {
	of     map[*types.Var][]gift
	around map[ast.Node]ast.Node   // the functions around function literals
	owner  map[*types.Var]ast.Node // the functions of parameters and receivers
	named  map[ast.Node]*types.Func
	values map[*types.Func]bool // functions that are used but for calling them

	known map[*types.Var]origin // what is known of variables and fields
	made  map[ast.Node][]origin // and of the results of functions
}

// gifts lists what the variables of the package get.
func (c *check) gifts() *gifts {
	if c.given != nil {
		return c.given
	}
	g := &gifts{
		of:     make(map[*types.Var][]gift),
		around: make(map[ast.Node]ast.Node),
		owner:  make(map[*types.Var]ast.Node),
		named:  make(map[ast.Node]*types.Func),
		values: make(map[*types.Func]bool),
		known:  make(map[*types.Var]origin),
		made:   make(map[ast.Node][]origin),
	}
	c.given = g
	for fn, decl := range c.decls {
		g.named[decl] = fn
		g.own(decl, fn.Signature())
	}
	called := make(map[*ast.Ident]bool)
	for cur := range c.root.Preorder(
		(*ast.FuncLit)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil),
		(*ast.CompositeLit)(nil), (*ast.CallExpr)(nil), (*ast.Ident)(nil),
	) {
		in := functionAround(cur)
		add := func(target, value ast.Expr, result int) {
			g.add(c.target(target), gift{expr: value, result: result, in: in})
		}
		switch n := cur.Node().(type) {
		case *ast.FuncLit:
			g.around[n] = in
			if sig, ok := c.info.TypeOf(n).(*types.Signature); ok {
				g.own(n, sig)
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				r, result := resultOf(n.Rhs, len(n.Lhs), i)
				add(l, r, result)
				if sel, ok := ast.Unparen(l).(*ast.SelectorExpr); ok && c.isParams(sel.X) {
					add(sel.X, r, result) // of a value of the SDK's type
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Values) > 0 {
					r, result := resultOf(n.Values, len(n.Names), i)
					add(name, r, result)
				}
			}
		case *ast.RangeStmt:
			add(n.Key, n.X, 0)
			add(n.Value, n.X, 0)
		case *ast.CompositeLit:
			c.fieldsOf(n, func(f *types.Var, value ast.Expr) { g.add(f, gift{expr: value, in: in}) })
		case *ast.CallExpr:
			c.arguments(g, n, in)
			called[nameOf(n.Fun)] = true
		case *ast.Ident:
			if fn, ok := c.info.Uses[n].(*types.Func); ok && !called[n] {
				g.values[fn.Origin()] = true
			}
		}
	}
	return g
}

func (g *gifts) add(v *types.Var, gift gift) {
	if v != nil {
		g.of[v] = append(g.of[v], gift)
	}
}

// own notes whose the parameters of a function are.
func (g *gifts) own(node ast.Node, sig *types.Signature) {
	for p := range sig.Params().Variables() {
		g.owner[p] = node
	}
	if r := sig.Recv(); r != nil {
		g.owner[r] = node
	}
}

// encloses reports whether a function is another or around it.
func (g *gifts) encloses(outer, inner ast.Node) bool {
	for ; inner != nil; inner = g.around[inner] {
		if inner == outer {
			return true
		}
	}
	return false
}

// arguments notes what a call gives to the parameters of a function of the
// package, and that any other may fill what it gets the address of.
func (c *check) arguments(g *gifts, call *ast.CallExpr, in ast.Node) {
	fn := c.callee(call)
	if fn == nil || c.info.Types[call.Fun].IsType() {
		return
	}
	fn = fn.Origin()
	params := fn.Signature().Params()
	for i, arg := range call.Args {
		if c.decls[fn] != nil && params.Len() > 0 && !isMethodExpr(c.info, call) {
			g.add(params.At(min(i, params.Len()-1)), gift{expr: arg, in: in})
			continue
		}
		if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && fn.Pkg() != nil && !sdk.InModule(fn.Pkg().Path()) {
			g.add(c.target(u.X), gift{expr: call, in: in, filled: true})
		}
	}
}

// fieldsOf calls f with the values of the fields in a literal.
func (c *check) fieldsOf(lit *ast.CompositeLit, f func(*types.Var, ast.Expr)) {
	s, ok := types.Unalias(deref(typeOrInvalid(c.info.TypeOf(lit)))).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := c.info.Uses[id].(*types.Var); ok {
					f(v.Origin(), kv.Value)
				}
			}
		} else if i < s.NumFields() {
			f(s.Field(i).Origin(), elt)
		}
	}
}

// target returns the variable or field that an assignment changes, as a whole or
// in a part.
func (c *check) target(e ast.Expr) *types.Var {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return c.variable(e)
	case *ast.SelectorExpr:
		if v, ok := c.info.Uses[e.Sel].(*types.Var); ok {
			return v.Origin()
		}
	case *ast.IndexExpr:
		return c.target(e.X)
	case *ast.StarExpr:
		return c.target(e.X)
	}
	return nil
}

// isParams reports whether an expression is what the SDK is asked with.
func (c *check) isParams(e ast.Expr) bool {
	named, ok := types.Unalias(deref(typeOrInvalid(c.info.TypeOf(e)))).(*types.Named)
	return ok && named.Obj().Pkg() != nil && sdk.InModule(named.Obj().Pkg().Path())
}

// resultOf returns the value that the variable i of n gets.
func resultOf(values []ast.Expr, n, i int) (ast.Expr, int) {
	if len(values) == n {
		return values[i], 0
	}
	return values[0], i
}

func functionAround(cur inspector.Cursor) ast.Node {
	for around := range cur.Parent().Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return around.Node()
	}
	return nil
}

// nameOf returns the name by which a call names its function.
func nameOf(fun ast.Expr) *ast.Ident {
	switch e := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return nameOf(e.X)
	case *ast.IndexListExpr:
		return nameOf(e.X)
	}
	return nil
}

func isMethodExpr(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	selection := info.Selections[sel]
	return selection != nil && selection.Kind() == types.MethodExpr
}
