package stytchtext

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/types/typeutil"
)

// A function is a function declaration or literal of the package.
type function struct {
	node   ast.Node
	body   *ast.BlockStmt
	obj    *types.Func // nil for a literal
	sig    *types.Signature
	parent *function // the function that holds the literal, nil at the top
	graph  *cfg.CFG  // made when it is needed
	preds  [][]int32 // of its blocks
}

// A call is a call of a function of this package.
type call struct {
	fn   *function // in which it stands; nil in a declaration of a variable
	expr *ast.CallExpr
}

// A variable is what is known about the values of a local variable.
type variable struct {
	defs   map[*ast.Ident]value // by the identifier that is assigned to
	shared bool                 // with a function literal that assigns to it, or through a pointer
	opaque bool                 // it is assigned through a pointer
}

// A value is what a variable may hold.
type value struct {
	kind valueKind
	fn   *function
	at   token.Pos // where it gets it
	expr ast.Expr
	of   int // which result of a call that has several, -1 if it has one
}

type valueKind uint8

const (
	unknown  valueKind = iota // something not in view
	computed                  // that of the expression
	element                   // an element of the expression, in a loop
	entry                     // what the parameter had on entry
	zero                      // the zero value
)

// index finds the functions, their calls, and the assignments to variables.
func (c *check) index() {
	c.functions = make(map[inspector.Cursor]*function)
	c.decls = make(map[*types.Func]*function)
	c.calls = make(map[*types.Func][]call)
	c.escaped = make(map[*types.Func]bool)
	c.vars = make(map[*types.Var]*variable)
	for cur := range c.root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		c.addFunction(cur)
	}
	for cur := range c.root.Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.RangeStmt)(nil), (*ast.UnaryExpr)(nil)) {
		fn := c.functionOf(cur)
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if f := typeutil.StaticCallee(c.info, n); f != nil && f.Pkg() == c.pass.Pkg {
				c.calls[f.Origin()] = append(c.calls[f.Origin()], call{fn, n})
			}
		case *ast.Ident:
			if f, ok := c.info.Uses[n].(*types.Func); ok && f.Pkg() == c.pass.Pkg && !isCalled(cur) {
				c.escaped[f.Origin()] = true
			}
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				c.define(fn, l, assigned(n.Tok, n.Lhs, n.Rhs, i))
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				v := value{kind: zero}
				if len(n.Values) > 0 {
					v = assigned(token.DEFINE, n.Names, n.Values, i)
				}
				c.define(fn, name, v)
			}
		case *ast.RangeStmt:
			c.define(fn, n.Key, value{})
			c.define(fn, n.Value, value{kind: element, expr: n.X})
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				if v := c.local(n.X); v != nil {
					info := c.variable(v)
					info.shared, info.opaque = true, true
				}
			}
		}
	}
}

func (c *check) addFunction(cur inspector.Cursor) {
	fn := &function{node: cur.Node(), parent: c.functionOf(cur.Parent())}
	switch n := cur.Node().(type) {
	case *ast.FuncDecl:
		fn.body = n.Body
		if fn.obj, _ = c.info.Defs[n.Name].(*types.Func); fn.obj != nil {
			fn.sig = fn.obj.Signature()
		}
	case *ast.FuncLit:
		fn.body = n.Body
		fn.sig, _ = c.info.TypeOf(n).(*types.Signature)
	}
	if fn.body == nil || fn.sig == nil {
		return
	}
	c.functions[cur] = fn
	if fn.obj != nil {
		c.decls[fn.obj] = fn
	}
}

// functionOf returns the innermost function that holds a node, nil if none
// does.
func (c *check) functionOf(cur inspector.Cursor) *function {
	for cur := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return c.functions[cur]
	}
	return nil
}

// isCalled reports whether an identifier, or the selector that ends with it,
// is the function of a call.
func isCalled(cur inspector.Cursor) bool {
	for {
		switch kind := cur.ParentEdgeKind(); kind {
		case edge.CallExpr_Fun:
			return true
		case edge.SelectorExpr_Sel, edge.ParenExpr_X, edge.IndexExpr_X, edge.IndexListExpr_X:
			cur = cur.Parent()
		default:
			return kind == edge.FuncDecl_Name
		}
	}
}

// assigned returns the value that the i-th of some targets gets.
func assigned[T ast.Expr](tok token.Token, lhs []T, rhs []ast.Expr, i int) value {
	switch {
	case tok != token.ASSIGN && tok != token.DEFINE:
		return value{} // +=
	case len(lhs) == len(rhs):
		return value{kind: computed, expr: rhs[i], of: -1}
	case len(rhs) == 1:
		return value{kind: computed, expr: rhs[0], of: i}
	}
	return value{}
}

// define notes that a variable gets a value in function fn.
func (c *check) define(fn *function, target ast.Expr, val value) {
	if target == nil {
		return
	}
	id, ok := ast.Unparen(target).(*ast.Ident)
	if !ok {
		return
	}
	v := c.local(id)
	if v == nil {
		return
	}
	val.fn, val.at = fn, id.Pos()
	info := c.variable(v)
	info.defs[id] = val
	if fn != nil && !within(fn.node, v.Pos()) {
		info.shared = true
	}
}

// local returns the variable that an expression names, if it is no field.
func (c *check) local(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != c.pass.Pkg {
		return nil
	}
	return v
}

func (c *check) variable(v *types.Var) *variable {
	info := c.vars[v]
	if info == nil {
		info = &variable{defs: make(map[*ast.Ident]value)}
		c.vars[v] = info
	}
	return info
}

func within(n ast.Node, pos token.Pos) bool {
	return n.Pos() <= pos && pos < n.End()
}
