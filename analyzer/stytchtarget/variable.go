package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"

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
