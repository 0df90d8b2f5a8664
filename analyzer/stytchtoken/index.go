package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A function is a function of the package, or a function literal.
type function struct {
	node   ast.Node // *ast.FuncDecl or *ast.FuncLit
	body   *ast.BlockStmt
	obj    *types.Func // nil for a literal
	sig    *types.Signature
	params []*types.Var // the receiver first
	outer  *function    // of a literal

	relevant  bool // it spends a token, or holds or uses a function that does
	callsBack bool // it calls one of its parameters, or hands it on
	uses      []*types.Func

	// What is worked out when it is walked.
	prepared bool
	watched  map[*types.Var]bool // the variables whose values matter
	shared   []*types.Var        // the variables that others can write to meanwhile
	written  []*types.Var        // the variables of the outer function that a literal writes to
	clauses  map[ast.Node]ast.Node
}

// interesting reports whether the values of a variable matter.
func (f *function) interesting(v *types.Var) bool { return f.watched[v] }

// spendsToken reports whether a call asks for an operation that spends a token.
func spendsToken(info *types.Info, call *ast.CallExpr) bool {
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	op, ok := sdk.OperationOf(fn)
	return ok && op.Token != ""
}

// index finds the functions of the package and those that matter.
func (c *check) index(root inspector.Cursor) {
	c.decls = make(map[*types.Func]*function)
	c.literals = make(map[token.Pos]*function)
	if !c.anyCall(root) {
		return
	}
	functions := make(map[ast.Node]*function)
	for cur := range root.Preorder((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if f := c.newFunction(cur, functions); f != nil {
			functions[f.node] = f
			c.order = append(c.order, f)
		}
	}
	for cur := range root.Preorder((*ast.CallExpr)(nil), (*ast.Ident)(nil)) {
		f := enclosing(cur, functions)
		if f == nil {
			continue
		}
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if spendsToken(c.info, n) {
				f.relevant = true
			}
			for _, e := range append([]ast.Expr{n.Fun}, n.Args...) {
				c.callsBack(f, e)
			}
		case *ast.Ident:
			if fn, ok := c.info.Uses[n].(*types.Func); ok {
				fn = fn.Origin()
				switch {
				case c.decls[fn] != nil:
					f.uses = append(f.uses, fn)
				case c.imported(fn).spends():
					f.relevant = true
				}
			}
		}
	}
	c.spread()
}

// callsBack notes that a function calls one of its parameters, or hands it on.
func (c *check) callsBack(f *function, e ast.Expr) {
	v := c.variable(e)
	if v == nil || !returnsErrorLast(v.Type()) {
		return
	}
	for ; f != nil; f = f.outer {
		f.callsBack = f.callsBack || f.hasParam(v)
	}
}

// anyCall reports whether the package spends a token at all, or calls a
// function of another that does.
func (c *check) anyCall(root inspector.Cursor) bool {
	facts := len(c.pass.AllObjectFacts()) > 0
	for cur := range root.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if spendsToken(c.info, call) {
			return true
		}
	}
	if !facts {
		return false
	}
	for cur := range root.Preorder((*ast.Ident)(nil)) {
		if fn, ok := c.info.Uses[cur.Node().(*ast.Ident)].(*types.Func); ok && c.imported(fn.Origin()).spends() {
			return true
		}
	}
	return false
}

// spread makes those functions matter that hold or use one that does.
func (c *check) spread() {
	users := make(map[*function][]*function)
	var work []*function
	for _, f := range c.order {
		if f.outer != nil {
			users[f] = append(users[f], f.outer)
		}
		for _, fn := range f.uses {
			used := c.decls[fn]
			users[used] = append(users[used], f)
		}
		if f.relevant {
			work = append(work, f)
		}
	}
	for len(work) > 0 {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		for _, user := range users[f] {
			if !user.relevant {
				user.relevant = true
				work = append(work, user)
			}
		}
	}
}

// newFunction returns the function at a cursor; nil if it has no body or type,
// or lies in a test: tests spend tokens twice on purpose.
func (c *check) newFunction(cur inspector.Cursor, functions map[ast.Node]*function) *function {
	f := &function{node: cur.Node()}
	switch n := f.node.(type) {
	case *ast.FuncDecl:
		f.obj, _ = c.info.Defs[n.Name].(*types.Func)
		if f.obj == nil || n.Body == nil || report.InTest(c.pass, n.Pos()) {
			return nil
		}
		f.body, f.sig = n.Body, f.obj.Signature()
		c.decls[f.obj] = f
	case *ast.FuncLit:
		f.sig, _ = types.Unalias(typeOf(c.info, n)).(*types.Signature)
		if f.sig == nil || n.Body == nil || report.InTest(c.pass, n.Pos()) {
			return nil
		}
		f.body = n.Body
		f.outer = enclosing(cur.Parent(), functions)
		c.literals[n.Pos()] = f
	}
	if recv := f.sig.Recv(); recv != nil {
		f.params = append(f.params, recv)
	}
	for p := range f.sig.Params().Variables() {
		f.params = append(f.params, p)
	}
	return f
}

// enclosing returns the innermost function around a cursor, or nil.
func enclosing(cur inspector.Cursor, functions map[ast.Node]*function) *function {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return functions[around.Node()]
	}
	return nil
}

func (f *function) hasParam(v *types.Var) bool {
	return slices.Contains(f.params, v)
}

// variable returns the variable that an expression names, or nil.
func (c *check) variable(e ast.Expr) *types.Var {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, _ := c.info.ObjectOf(id).(*types.Var)
		return v
	}
	return nil
}

// typeOf returns the type of an expression, the invalid type if there is none.
func typeOf(info *types.Info, e ast.Expr) types.Type {
	if t := info.TypeOf(e); t != nil {
		return t
	}
	return types.Typ[types.Invalid]
}
