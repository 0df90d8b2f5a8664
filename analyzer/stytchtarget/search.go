package stytchtarget

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A search is a place where an error is asked whether it is, or wraps, an error of
// a certain type.
type search struct {
	cur inspector.Cursor // the call, type assertion or case
	how how
	fn  *types.Func // the function that is called
	at  ast.Expr    // what gives the type: a target, a type argument, a type
	err ast.Expr    // the error that is asked, nil if it is not in view

	name    *types.TypeName // the SDK's type, nil if it is another
	id      string          // its package and name
	pointer bool            // a pointer to it is asked for

	param *types.Var       // the parameter that is the target, in a helper
	typ   *types.TypeParam // the type parameter that is the type, in a helper

	asked *asked // the same searches in the helper that is called
	both  bool   // the other form is looked for as well
}

// How says in which manner an error is asked.
type how uint8

const (
	byTarget   how = iota // errors.As(err, &e)
	byTypeArg             // errors.AsType[T](err)
	checked               // e, ok := err.(T)
	unchecked             // err.(T)
	byCase                // switch err.(type) { case T: }
	byFunction            // isStytch(err), whose own matter it is
)

// searchesIn returns the searches in a declaration but those of calls of this package's
// functions, which it notes.
func (c *check) searchesIn(decl inspector.Cursor) []*search {
	var list []*search
	for cur := range decl.Preorder((*ast.CallExpr)(nil), (*ast.TypeAssertExpr)(nil), (*ast.TypeSwitchStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if fn := c.callee(n); c.isHelper(fn) {
				c.sites[fn] = append(c.sites[fn], site{decl, cur, n})
				continue
			}
			list = append(list, c.searchesOfCall(cur, n)...)
		case *ast.TypeAssertExpr:
			if n.Type == nil || !c.isError(n.X) {
				continue
			}
			s := &search{cur: cur, how: unchecked, at: n.Type, err: n.X}
			if _, ok := c.info.TypeOf(n).(*types.Tuple); ok {
				s.how = checked
			}
			if s.askFor(c.info.TypeOf(n.Type)) {
				list = append(list, s)
			}
		case *ast.TypeSwitchStmt:
			list = append(list, c.searchesOfSwitch(cur, n)...)
		}
	}
	return list
}

// searchesOfSwitch returns the searches of the cases of a type switch.
func (c *check) searchesOfSwitch(cur inspector.Cursor, n *ast.TypeSwitchStmt) []*search {
	operand := switchOperand(n)
	if operand == nil || !c.isError(operand) {
		return nil
	}
	var list []*search
	for cur := range cur.ChildAt(edge.TypeSwitchStmt_Body, -1).Children() {
		clause, ok := cur.Node().(*ast.CaseClause)
		if !ok {
			continue
		}
		for _, typ := range clause.List {
			s := &search{cur: cur, how: byCase, at: typ, err: operand}
			if s.askFor(c.info.TypeOf(typ)) {
				list = append(list, s)
			}
		}
	}
	return list
}

// switchOperand returns the x of switch x.(type).
func switchOperand(n *ast.TypeSwitchStmt) ast.Expr {
	var e ast.Expr
	switch s := n.Assign.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			e = s.Rhs[0]
		}
	}
	if assertion, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return assertion.X
	}
	return nil
}

// searchesOfCall returns the searches of a call: one of a library's function, or
// those of a helper.
func (c *check) searchesOfCall(cur inspector.Cursor, call *ast.CallExpr) []*search {
	fn := c.callee(call)
	if fn == nil {
		return nil
	}
	var list []*search
	for _, a := range c.askedBy(fn, call) {
		if s := c.searchOf(cur, call, a); s != nil {
			list = append(list, s)
		}
	}
	return list
}

// searchOf returns the search that a call of a helper is, by what the helper asks; nil if
// that is no error of the SDK's.
func (c *check) searchOf(cur inspector.Cursor, call *ast.CallExpr, q *asked) *search {
	s := &search{cur: cur, fn: q.fn, err: argument(call, q.fn, q.Err)}
	switch {
	case q.Target >= 0:
		s.how = byTarget
		if s.at = argument(call, q.fn, q.Target); s.at == nil || !c.askForTarget(s) {
			return nil
		}
	case q.TypeParam >= 0:
		s.how = byTypeArg
		if !c.askForTypeArg(s, call, q.question) {
			return nil
		}
	default:
		s.how, s.at = byFunction, call.Fun
		s.id, s.pointer, s.asked = q.Type, q.Pointer, q
	}
	return s
}

// askFor notes the type that a search asks for, and reports whether it may be one of
// the SDK's.
func (s *search) askFor(typ types.Type) bool {
	if name, pointer, ok := form(typ); ok {
		s.name, s.pointer = name, pointer
		s.id = name.Pkg().Path() + "." + name.Name()
		return true
	}
	if typ == nil {
		return false
	}
	typ = types.Unalias(typ)
	if p, ok := typ.(*types.Pointer); ok {
		typ, s.pointer = types.Unalias(p.Elem()), true
	}
	s.typ, _ = typ.(*types.TypeParam)
	return s.typ != nil
}

// askForTarget notes the type that the target of a search points to.
func (c *check) askForTarget(s *search) bool {
	e := ast.Unparen(s.at)
	typ := c.info.TypeOf(e)
	if typ == nil {
		return false
	}
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		return s.askFor(p.Elem())
	}
	if id, ok := e.(*ast.Ident); ok {
		s.param, _ = c.info.Uses[id].(*types.Var)
		return s.param != nil && types.IsInterface(typ)
	}
	return false
}

// askForTypeArg notes the type that a call gives for a type parameter.
func (c *check) askForTypeArg(s *search, call *ast.CallExpr, q question) bool {
	id := library.CalleeIdent(call)
	args := c.info.Instances[id].TypeArgs
	s.at = id
	if list := typeArgs(call); q.TypeParam < len(list) {
		s.at = list[q.TypeParam]
	}
	if q.TypeParam >= args.Len() {
		return false
	}
	typ := args.At(q.TypeParam)
	if q.Pointer {
		typ = types.NewPointer(typ)
	}
	return s.askFor(typ)
}

// typeArgs returns the type arguments that a call spells out.
func typeArgs(call *ast.CallExpr) []ast.Expr {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.IndexExpr:
		return []ast.Expr{f.Index}
	case *ast.IndexListExpr:
		return f.Indices
	}
	return nil
}

// explicit reports whether the call spells out the type argument.
func (s *search) explicit() bool {
	call, ok := s.cur.Node().(*ast.CallExpr)
	return ok && s.at != library.CalleeIdent(call)
}

// asking returns what is known of a function that asks an error what it is, the zero
// row for any other.
func asking(fn *types.Func) library.Row {
	row := library.Of(fn)
	switch row.Does {
	case library.ErrorAs, library.ErrorAsType, library.ErrorIs, library.AssertMatch:
		return row
	}
	return library.Row{}
}

// checker returns what the checker of quicktest does that is handed to an assertion, 0
// if the function is none.
func (c *check) checker(call *ast.CallExpr, row library.Row) library.Role {
	if i := int(row.With) - 1; row.Does == library.AssertMatch && i < len(call.Args) {
		return library.Matcher(c.info, call.Args[i]).Does
	}
	return 0
}

// argument returns the argument of a call for a parameter, nil if it has none
// of its own.
func argument(call *ast.CallExpr, fn *types.Func, i int) ast.Expr {
	n := fn.Signature().Params().Len() // that have one each
	if fn.Signature().Variadic() {
		n--
	}
	if i >= len(call.Args) || i >= n && asking(fn).Does != library.AssertMatch {
		return nil
	}
	return call.Args[i]
}

// callee returns the function or method that a call names, or that the variable holds
// which it names; nil if it calls another value or an interface's method.
func (c *check) callee(call *ast.CallExpr) *types.Func {
	obj := c.info.Uses[library.CalleeIdent(call)]
	fn, ok := obj.(*types.Func)
	if !ok {
		return c.functionIn(obj)
	}
	if recv := fn.Signature().Recv(); recv != nil {
		// In a method expression the receiver is the first argument.
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if types.IsInterface(recv.Type()) || ok && (c.info.Selections[sel] == nil || c.info.Selections[sel].Kind() == types.MethodExpr) {
			return nil
		}
	}
	return fn.Origin()
}

// variableOf returns the variable, or the field, that holds an error. What is
// made of an error by a call, such as errors.Unwrap(err), counts as that error.
func (c *check) variableOf(e ast.Expr) *types.Var {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		for _, arg := range call.Args {
			if c.isError(arg) {
				return c.variableOf(arg)
			}
		}
	}
	v, _ := library.Named(c.info, e).(*types.Var)
	return v
}
