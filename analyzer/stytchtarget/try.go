package stytchtarget

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// A try is a place where an error is asked whether it is, or wraps, an error of
// a certain type.
type try struct {
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

	asked *asked // the same tries in the helper that is called
	both  bool   // the other form is tried as well
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

// collect finds all tries of the package.
func (c *check) collect() {
	for _, decl := range c.order {
		c.tries = append(c.tries, c.within[decl]...)
		c.markBoth(decl, c.within[decl])
	}
	for _, t := range c.tries {
		if t.name == nil || report.InTest(c.pass, t.at.Pos()) {
			continue
		}
		c.habits.Both = c.habits.Both || t.both
		c.asked = c.asked || t.pointer && !t.both
	}
}

// triesIn returns the tries in a declaration but those of calls of this package's
// functions, which it notes.
func (c *check) triesIn(decl inspector.Cursor) []*try {
	var list []*try
	for cur := range decl.Preorder((*ast.CallExpr)(nil), (*ast.TypeAssertExpr)(nil), (*ast.TypeSwitchStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if fn := c.callee(n); c.isHelper(fn) {
				c.sites[fn] = append(c.sites[fn], site{decl, cur, n})
				continue
			}
			list = append(list, c.triesOfCall(cur, n)...)
		case *ast.TypeAssertExpr:
			if n.Type == nil || !isErrorInterface(c.info.TypeOf(n.X)) {
				continue
			}
			t := &try{cur: cur, how: unchecked, at: n.Type, err: n.X}
			if _, ok := c.info.TypeOf(n).(*types.Tuple); ok {
				t.how = checked
			}
			if t.ask(c.info.TypeOf(n.Type)) {
				list = append(list, t)
			}
		case *ast.TypeSwitchStmt:
			list = append(list, c.triesOfSwitch(cur, n)...)
		}
	}
	return list
}

// triesOfSwitch returns the tries of the cases of a type switch.
func (c *check) triesOfSwitch(cur inspector.Cursor, n *ast.TypeSwitchStmt) []*try {
	operand := switchOperand(n)
	if operand == nil || !isErrorInterface(c.info.TypeOf(operand)) {
		return nil
	}
	var list []*try
	for cur := range cur.ChildAt(edge.TypeSwitchStmt_Body, -1).Children() {
		clause, ok := cur.Node().(*ast.CaseClause)
		if !ok {
			continue
		}
		for _, typ := range clause.List {
			t := &try{cur: cur, how: byCase, at: typ, err: operand}
			if t.ask(c.info.TypeOf(typ)) {
				list = append(list, t)
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

// isHelper reports whether a function of this package may ask errors of its
// callers.
func (c *check) isHelper(fn *types.Func) bool {
	if _, ok := c.decls[fn]; !ok || !takesSearch(fn) {
		return false
	}
	return !asks(fn)
}

// triesOfCall returns the tries of a call: one of a library's function, or
// those of a helper.
func (c *check) triesOfCall(cur inspector.Cursor, call *ast.CallExpr) []*try {
	fn := c.callee(call)
	if fn == nil {
		return nil
	}
	switch row := asking(fn); row.Does {
	case library.ErrorAs:
		t := &try{cur: cur, how: byTarget, fn: fn, err: argument(call, fn, int(row.Arg))}
		if t.at = argument(call, fn, int(row.With)); t.at != nil && c.askTarget(t) {
			return []*try{t}
		}
		return nil
	case library.ErrorAsType:
		t := &try{cur: cur, how: byTypeArg, fn: fn, err: argument(call, fn, int(row.Arg))}
		if c.askTypeArg(t, call, question{}) {
			return []*try{t}
		}
		return nil
	case library.ErrorIs:
		return nil
	}
	var list []*try
	for _, a := range c.questions(fn) {
		if t := c.tryOf(cur, call, a); t != nil {
			list = append(list, t)
		}
	}
	return list
}

// tryOf returns the try that a call of a helper is, by what the helper asks; nil if
// that is no error of the SDK's.
func (c *check) tryOf(cur inspector.Cursor, call *ast.CallExpr, q *asked) *try {
	t := &try{cur: cur, fn: q.fn, err: argument(call, q.fn, q.Err)}
	switch {
	case q.Target >= 0:
		t.how = byTarget
		if t.at = argument(call, q.fn, q.Target); t.at == nil || !c.askTarget(t) {
			return nil
		}
	case q.TypeParam >= 0:
		t.how = byTypeArg
		if !c.askTypeArg(t, call, q.question) {
			return nil
		}
	default:
		t.how, t.at = byFunction, call.Fun
		t.id, t.pointer, t.asked = q.Type, q.Pointer, q
	}
	return t
}

// argument returns the argument of a call for a parameter, nil if it has none
// of its own.
func argument(call *ast.CallExpr, fn *types.Func, i int) ast.Expr {
	sig := fn.Signature()
	if i >= sig.Params().Len() || i >= len(call.Args) || sig.Variadic() && i == sig.Params().Len()-1 {
		return nil
	}
	if len(call.Args) == 1 && sig.Params().Len() > 1 {
		return nil // f(g()), where g has several results
	}
	return call.Args[i]
}

// ask notes the type that a try asks for, and reports whether it may be one of
// the SDK's.
func (t *try) ask(typ types.Type) bool {
	if name, pointer, ok := form(typ); ok {
		t.name, t.pointer = name, pointer
		t.id = name.Pkg().Path() + "." + name.Name()
		return true
	}
	if typ == nil {
		return false
	}
	typ = types.Unalias(typ)
	if p, ok := typ.(*types.Pointer); ok {
		typ, t.pointer = types.Unalias(p.Elem()), true
	}
	t.typ, _ = typ.(*types.TypeParam)
	return t.typ != nil
}

// askTarget notes the type that the target of a try points to.
func (c *check) askTarget(t *try) bool {
	e := ast.Unparen(t.at)
	typ := c.info.TypeOf(e)
	if typ == nil {
		return false
	}
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		return t.ask(p.Elem())
	}
	if id, ok := e.(*ast.Ident); ok {
		t.param, _ = c.info.Uses[id].(*types.Var)
		return t.param != nil && types.IsInterface(typ)
	}
	return false
}

// askTypeArg notes the type that a call gives for a type parameter.
func (c *check) askTypeArg(t *try, call *ast.CallExpr, q question) bool {
	id := calleeIdent(call)
	args := c.info.Instances[id].TypeArgs
	if args == nil || q.TypeParam >= args.Len() {
		return false
	}
	typ := args.At(q.TypeParam)
	if q.Pointer {
		typ = types.NewPointer(typ)
	}
	t.at = id
	if list := typeArgs(call); q.TypeParam < len(list) {
		t.at = list[q.TypeParam]
	}
	return t.ask(typ)
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
