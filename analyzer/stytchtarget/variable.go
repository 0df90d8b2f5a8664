package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/inspector"
)

// A variable is one that holds a value of the SDK's error types, a pointer to
// one, or an error, and what is assigned to it.
type variable struct {
	sources  []source
	declared bool // without a value
	target   bool // a search sets it
	taken    bool // its address is used in another way
}

// A source is an expression, or one of the results of a call.
type source struct {
	expr   ast.Expr
	result int
}

// variables finds the variables of the package and its calls.
func (c *check) variables() {
	c.vars = make(map[*types.Var]*variable)
	c.calls = make(map[*types.Func][]inspector.Cursor)
	for cur := range c.root.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.UnaryExpr)(nil), (*ast.CallExpr)(nil), (*ast.RangeStmt)(nil), (*ast.TypeSwitchStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			c.assign(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			names := make([]ast.Expr, len(n.Names))
			for i, id := range n.Names {
				names[i] = id
				if v := c.variable(id); v != nil && len(n.Values) == 0 {
					v.declared = true
				}
			}
			c.assign(names, n.Values)
		case *ast.RangeStmt:
			for _, l := range []ast.Expr{n.Key, n.Value} {
				if v := c.variable(l); v != nil {
					v.sources = append(v.sources, source{n.X, -1})
				}
			}
		case *ast.TypeSwitchStmt:
			c.unknownSwitch(n)
		case *ast.UnaryExpr:
			if v := c.variable(n.X); v != nil && n.Op == token.AND {
				if c.isTarget(cur) {
					v.target = true
				} else {
					v.taken = true
				}
			}
		case *ast.CallExpr:
			if fn := c.callee(n); fn != nil {
				if _, ok := c.decls[fn]; ok {
					c.calls[fn] = append(c.calls[fn], cur)
				}
			}
		}
	}
}

// unknownSwitch notes that the variables of a type switch over something that is
// no error may hold what the program made.
func (c *check) unknownSwitch(n *ast.TypeSwitchStmt) {
	assign, ok := n.Assign.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return
	}
	x, ok := ast.Unparen(assign.Rhs[0]).(*ast.TypeAssertExpr)
	if !ok || isErrorInterface(c.info.TypeOf(x.X)) {
		return
	}
	for _, clause := range n.Body.List {
		if v, ok := c.info.Implicits[clause].(*types.Var); ok {
			c.vars[v] = &variable{taken: true}
		}
	}
}

// variable returns what is known of the variable that an expression names.
func (c *check) variable(e ast.Expr) *variable {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok {
		return nil
	}
	if _, _, ok := form(v.Type()); !ok && !isErrorInterface(v.Type()) {
		return nil
	}
	if c.vars[v] == nil {
		c.vars[v] = new(variable)
	}
	return c.vars[v]
}

func (c *check) assign(left, right []ast.Expr) {
	for i, l := range left {
		v := c.variable(l)
		switch {
		case v == nil:
		case len(left) == len(right):
			v.sources = append(v.sources, source{right[i], 0})
		case len(right) == 1:
			v.sources = append(v.sources, source{right[0], i})
		}
	}
}

// isTarget reports whether an expression is the target of a search.
func (c *check) isTarget(cur inspector.Cursor) bool {
	e := cur.Node()
	for _, t := range c.triesOfCallAround(cur) {
		if t.how == byTarget && ast.Unparen(t.at) == e || t.how == byTypeArg {
			return true
		}
	}
	return false
}

// triesOfCallAround returns the tries of the call that an expression is an
// argument of.
func (c *check) triesOfCallAround(cur inspector.Cursor) []*try {
	cur = outOfParens(cur)
	call, ok := cur.Parent().Node().(*ast.CallExpr)
	if !ok || call.Fun == cur.Node() {
		return nil
	}
	return c.triesOfCall(cur.Parent(), call)
}

func outOfParens(cur inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cur.Parent().Node().(*ast.ParenExpr); !ok {
			return cur
		}
		cur = cur.Parent()
	}
}

// A result is one of those of a function, or the value of a variable.
type result struct {
	of    types.Object
	index int
}

// isFound reports what found does, and remembers what it is seen to hold of.
func (c *check) isFound(s source) bool {
	seen := make(map[result]bool)
	if !c.found(s, seen) {
		return false
	}
	for r := range seen {
		c.findings[r] = true // nothing speaks against what was assumed on the way
	}
	return true
}

// assume returns what is known of a result or, where that is nothing, what holds
// unless something speaks against it.
func (c *check) assume(r result, seen map[result]bool, holds func() bool) bool {
	if known, ok := c.findings[r]; ok {
		return known
	}
	if seen[r] {
		return true
	}
	seen[r] = true
	if !holds() {
		c.findings[r] = false
		return false
	}
	return true
}

// found reports whether an expression is a pointer that can only come from a
// search, or nil: the program does not make it.
func (c *check) found(s source, seen map[result]bool) bool {
	if s.result < 0 {
		return false // an element of something
	}
	switch e := ast.Unparen(s.expr).(type) {
	case *ast.Ident:
		switch obj := c.info.Uses[e].(type) {
		case *types.Nil:
			return true
		case *types.Var:
			return c.foundVar(obj, seen)
		}
	case *ast.TypeAssertExpr:
		return isErrorInterface(c.info.TypeOf(e.X))
	case *ast.CallExpr:
		if c.info.Types[e.Fun].IsType() {
			return len(e.Args) == 1 && c.found(source{e.Args[0], 0}, seen)
		}
		fn := c.callee(e)
		if fn == nil {
			return false
		}
		if asking(fn).Does == library.ErrorAsType {
			return true
		}
		for _, q := range c.questions(fn) {
			if q.TypeParam >= 0 {
				return true
			}
		}
		return c.returnsFound(fn, s.result, seen)
	}
	return false
}

func (c *check) foundVar(v *types.Var, seen map[result]bool) bool {
	return c.assume(result{v, 0}, seen, func() bool {
		known := c.vars[v]
		if known == nil {
			known = new(variable)
		}
		if known.taken || v.IsField() || v.Parent() == v.Pkg().Scope() {
			return false
		}
		for _, s := range known.sources {
			if !(known.target && isEmpty(s.expr)) && !c.found(s, seen) {
				return false
			}
		}
		return v.Kind() != types.ParamVar || c.foundParam(v, seen)
	})
}

// foundParam reports whether all callers pass for a parameter what they found.
func (c *check) foundParam(v *types.Var, seen map[result]bool) bool {
	fn := c.paramOf()[v]
	if fn == nil {
		return false
	}
	calls := c.calls[fn]
	if fn.Exported() || len(calls) == 0 || len(calls) != c.named()[fn] {
		return false
	}
	i := index(fn.Signature().Params(), v)
	for _, cur := range calls {
		arg := argument(cur.Node().(*ast.CallExpr), fn, i)
		if arg == nil || !c.found(source{arg, 0}, seen) {
			return false
		}
	}
	return true
}

// parameters returns the functions that the parameters of the package belong to.
func (c *check) parameters() map[*types.Var]*types.Func {
	owners := make(map[*types.Var]*types.Func)
	for fn := range c.decls {
		for p := range fn.Signature().Params().Variables() {
			owners[p] = fn
		}
	}
	return owners
}

// nameUses returns how often the functions of the package are named.
func (c *check) nameUses() map[*types.Func]int {
	n := make(map[*types.Func]int)
	for _, obj := range c.info.Uses {
		if f, ok := obj.(*types.Func); ok && f.Pkg() == c.pass.Pkg {
			n[f.Origin()]++
		}
	}
	return n
}

// returnsFound reports whether a function returns as a result only what it
// found.
func (c *check) returnsFound(fn *types.Func, i int, seen map[result]bool) bool {
	decl, ok := c.decls[fn]
	return ok && c.assume(result{fn, i}, seen, func() bool {
		results := fn.Signature().Results()
		all := true
		decl.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(cur inspector.Cursor) bool {
			ret, ok := cur.Node().(*ast.ReturnStmt)
			switch {
			case !ok: // a closure returns to others
			case len(ret.Results) == results.Len():
				all = all && c.found(source{ret.Results[i], 0}, seen)
			case len(ret.Results) == 1:
				all = all && c.found(source{ret.Results[0], i}, seen)
			case i < results.Len():
				all = all && c.foundVar(results.At(i), seen)
			}
			return ok
		})
		return all
	})
}

// isEmpty reports whether e is new(T) or &T{}.
func isEmpty(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		id, ok := ast.Unparen(e.Fun).(*ast.Ident)
		return ok && id.Name == "new" && len(e.Args) == 1
	case *ast.UnaryExpr:
		lit, ok := ast.Unparen(e.X).(*ast.CompositeLit)
		return ok && e.Op == token.AND && len(lit.Elts) == 0
	}
	return false
}
