package stytchtarget

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// A conversion is a place where a value of the SDK's error types, or a pointer
// to one, becomes an error.
type conversion struct {
	cur  inspector.Cursor
	expr ast.Expr
	name *types.TypeName
	made []ast.Expr
}

// conversions finds those of the package, and whether the program makes
// pointers itself.
func (c *check) conversions() {
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil)) {
		e := cur.Node().(ast.Expr)
		if name, pointer, ok := form(c.info.TypeOf(e)); ok && !pointer && c.becomesError(cur) && !report.InTest(c.pass, e.Pos()) {
			c.values = append(c.values, conversion{cur, e, name, nil})
		}
	}
	for _, p := range c.pass.ResultOf[valueflow.Analyzer].(*valueflow.Result).Conversions {
		if !p.Own {
			continue
		}
		name, _, _ := form(c.info.TypeOf(p.Expr))
		c.pointers = append(c.pointers, conversion{c.cursor(p.Expr), p.Expr, name, p.Made})
		if !report.InTest(c.pass, p.Expr.Pos()) {
			c.habits.Makes = true
		}
	}
	for fn, decl := range c.decls {
		if !report.InTest(c.pass, fn.Pos()) && c.fillsPointer(fn, decl) {
			c.habits.Makes = true
		}
	}
}

// fillsPointer reports whether fn is the As method of an error that hands out a
// pointer to one of the SDK's errors itself.
func (c *check) fillsPointer(fn *types.Func, decl inspector.Cursor) bool {
	sig := fn.Signature()
	if fn.Name() != "As" || sig.Recv() == nil || sig.Params().Len() != 1 || !types.IsInterface(sig.Params().At(0).Type()) {
		return false
	}
	handsOut := func(e ast.Expr) bool {
		p, ok := underlying(c.info.TypeOf(e)).(*types.Pointer)
		if !ok {
			return false
		}
		_, pointer, ok := form(p.Elem())
		return ok && pointer
	}
	for cur := range decl.Preorder((*ast.TypeAssertExpr)(nil), (*ast.CaseClause)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.TypeAssertExpr:
			if n.Type != nil && handsOut(n.Type) {
				return true
			}
		case *ast.CaseClause:
			if slices.ContainsFunc(n.List, handsOut) {
				return true
			}
		}
	}
	return false
}

// becomesError reports whether an expression is assigned, passed or returned
// as an error. One that another is only compared with is not.
func (c *check) becomesError(cur inspector.Cursor) bool {
	if call, fn := c.callAround(cur); fn != nil {
		if keepsErrors(fn) {
			return true
		}
		if asks(fn) || call == nil {
			return false
		}
		if takesAnyError(fn, cur) {
			return true
		}
	}
	return isErrorInterface(c.destination(cur))
}

// takesAnyError reports whether the parameter that an argument is passed to is
// of a type parameter which stands for errors.
func takesAnyError(fn *types.Func, cur inspector.Cursor) bool {
	_, i := outOfParens(cur).ParentEdge()
	params := fn.Origin().Signature().Params()
	if params.Len() == 0 {
		return false
	}
	t := params.At(min(i, params.Len()-1)).Type()
	if list, ok := t.(*types.Slice); ok && fn.Signature().Variadic() && i >= params.Len()-1 {
		t = list.Elem()
	}
	p, ok := types.Unalias(t).(*types.TypeParam)
	return ok && types.Implements(p.Constraint(), errorInterface)
}

// callAround returns the call that an expression is an argument of.
func (c *check) callAround(cur inspector.Cursor) (*ast.CallExpr, *types.Func) {
	cur = outOfParens(cur)
	if cur.ParentEdgeKind() != edge.CallExpr_Args {
		return nil, nil
	}
	call := cur.Parent().Node().(*ast.CallExpr)
	return call, c.callee(call)
}

// destination returns the type of what an expression is assigned to, nil if
// it is not assigned.
func (c *check) destination(cur inspector.Cursor) types.Type {
	cur = outOfParens(cur)
	kind, i := cur.ParentEdge()
	parent := cur.Parent()
	switch kind {
	case edge.ReturnStmt_Results:
		if sig := c.signature(parent); sig != nil && sig.Results().Len() == len(parent.Node().(*ast.ReturnStmt).Results) {
			return sig.Results().At(i).Type()
		}
	case edge.CallExpr_Args:
		return c.parameterType(parent.Node().(*ast.CallExpr), i)
	case edge.AssignStmt_Rhs:
		if n := parent.Node().(*ast.AssignStmt); len(n.Lhs) == len(n.Rhs) {
			return c.info.TypeOf(n.Lhs[i])
		}
	case edge.ValueSpec_Values:
		if n := parent.Node().(*ast.ValueSpec); len(n.Names) == len(n.Values) {
			return c.info.TypeOf(n.Names[i])
		}
	case edge.SendStmt_Value:
		if ch, ok := underlying(c.info.TypeOf(parent.Node().(*ast.SendStmt).Chan)).(*types.Chan); ok {
			return ch.Elem()
		}
	case edge.CompositeLit_Elts:
		return c.elementType(parent.Node().(*ast.CompositeLit), i)
	case edge.KeyValueExpr_Value:
		if lit, ok := parent.Parent().Node().(*ast.CompositeLit); ok {
			return c.keyedType(lit, parent.Node().(*ast.KeyValueExpr))
		}
	}
	return nil
}

func underlying(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// signature returns the signature of the function around a node.
func (c *check) signature(cur inspector.Cursor) *types.Signature {
	for {
		switch n := cur.Node().(type) {
		case nil:
			return nil
		case *ast.FuncLit:
			sig, _ := c.info.TypeOf(n).(*types.Signature)
			return sig
		case *ast.FuncDecl:
			if fn, ok := c.info.Defs[n.Name].(*types.Func); ok {
				return fn.Signature()
			}
		}
		cur = cur.Parent()
	}
}

// parameterType returns the type that argument i of a call is given to, which
// may be a conversion.
func (c *check) parameterType(call *ast.CallExpr, i int) types.Type {
	fun := c.info.Types[call.Fun]
	if fun.IsType() {
		return fun.Type
	}
	sig, ok := underlying(fun.Type).(*types.Signature)
	if !ok {
		return nil
	}
	last := sig.Params().Len() - 1
	switch {
	case sig.Variadic() && i >= last:
		s, ok := underlying(sig.Params().At(last).Type()).(*types.Slice)
		if !ok || call.Ellipsis.IsValid() {
			return nil
		}
		return s.Elem()
	case i <= last:
		return sig.Params().At(i).Type()
	}
	return nil
}

func (c *check) elementType(lit *ast.CompositeLit, i int) types.Type {
	switch t := literalType(c.info, lit).(type) {
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Struct:
		if i < t.NumFields() {
			return t.Field(i).Type()
		}
	}
	return nil
}

func (c *check) keyedType(lit *ast.CompositeLit, kv *ast.KeyValueExpr) types.Type {
	switch t := literalType(c.info, lit).(type) {
	case *types.Map:
		return t.Elem()
	case *types.Slice:
		return t.Elem()
	case *types.Array:
		return t.Elem()
	case *types.Struct:
		if id, ok := kv.Key.(*ast.Ident); ok {
			if field, ok := c.info.Uses[id].(*types.Var); ok {
				return field.Type()
			}
		}
	}
	return nil
}

// literalType returns the underlying type of a literal. In a list of pointers,
// that of an element may be left out, and is the pointer then.
func literalType(info *types.Info, lit *ast.CompositeLit) types.Type {
	t := underlying(info.TypeOf(lit))
	if p, ok := t.(*types.Pointer); ok {
		return underlying(p.Elem())
	}
	return t
}
