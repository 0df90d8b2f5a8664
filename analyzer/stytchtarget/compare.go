package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// comparisons reports errors that are compared with an error of the SDK's.
func (c *check) comparisons() {
	for cur := range c.root.Preorder((*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.CaseClause)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			if fn := c.callee(n); fn != nil {
				c.compareBy(&search{fn: fn}, c.compared(n, fn))
			}
			if fn, ok := c.info.Uses[library.CalleeIdent(n)].(*types.Func); ok { // or the method of an interface
				x, y := c.alike(n, fn)
				c.assertAlike(x, y)
				c.assertAlike(y, x)
			}
		case *ast.BinaryExpr:
			if isComparison(n) && !c.info.Types[n.X].IsNil() && !c.info.Types[n.Y].IsNil() {
				c.compareWith(n.Op.String(), n.X, n.Y)
				c.compareWith(n.Op.String(), n.Y, n.X)
			}
		case *ast.CaseClause:
			if sw, ok := cur.Parent().Parent().Node().(*ast.SwitchStmt); ok && sw.Tag != nil {
				for _, e := range n.List {
					c.compareWith("==", sw.Tag, e)
				}
			}
		}
	}
}

func isComparison(n *ast.BinaryExpr) bool { return n.Op == token.EQL || n.Op == token.NEQ }

// compared returns what a call looks for an equal of in an error, nil if it does not.
func (c *check) compared(call *ast.CallExpr, fn *types.Func) ast.Expr {
	row := asking(fn)
	if row.Does != library.ErrorIs && c.checker(call, row) != library.MatchErrorIs {
		return nil
	}
	return argument(call, fn, int(row.With))
}

// compareBy reports a search for an error that equals one of the SDK's.
func (c *check) compareBy(s *search, target ast.Expr) {
	if target == nil {
		return
	}
	name, held := c.holds(target)
	switch {
	case name == nil, c.inherited.Is, c.declaresIs():
		return
	case c.isPointer(target), !types.Comparable(name.Type()):
	case held || !c.distinct(target):
		return
	}
	what := display(name)
	if c.isPointer(target) {
		what = "*" + what
	}
	verb := s.title(c) + " never finds"
	if isNegative(s.fn) {
		verb = s.title(c) + " holds of every error for"
	}
	c.reportComparison(target, fmt.Sprintf("%s a %s: %s", verb, what, c.reason(name, target)))
}

// alike returns what a call asserts to be equal, or of one type; nil if it does not.
func (c *check) alike(call *ast.CallExpr, fn *types.Func) (x, y ast.Expr) {
	row := library.Of(fn)
	switch row.Does {
	case library.AssertMatch:
		if c.checker(call, row) != library.MatchEqual {
			return nil, nil
		}
		fallthrough
	case library.AssertEqual, library.EqualValues, library.AssertType:
		return argument(call, fn, int(row.Arg)), argument(call, fn, int(row.With))
	case library.Expect:
		matcher, ok := argument(call, fn, int(row.Arg)).(*ast.CallExpr)
		if !ok || len(matcher.Args) == 0 {
			return nil, nil
		}
		switch library.Matcher(c.info, matcher).Does {
		case library.MatchEqual, library.MatchError, library.MatchType:
			return library.Expected(call), matcher.Args[0]
		}
	}
	return nil, nil
}

// assertAlike reports an assertion that an error is like a pointer, if none is one.
func (c *check) assertAlike(err, target ast.Expr) {
	if err != nil && target != nil && c.isError(err) && c.isPointer(target) && c.isNever(target) {
		name, _, _ := form(c.info.TypeOf(target))
		c.reportComparison(target, fmt.Sprintf("no error is a *%s: the SDK returns %[1]s values; make it a value", display(name)))
	}
}

// isNever reports whether a pointer to one of the SDK's errors is made here, and no
// such pointer becomes an error.
func (c *check) isNever(e ast.Expr) bool {
	e = ast.Unparen(e)
	if len(c.pointed) > 0 || c.makesAny {
		return false
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		_, isCall := e.(*ast.CallExpr)
		return isCall || isAddress(e)
	}
	obj := c.info.Uses[id]
	return isAddress(c.only(obj)) && (!obj.Exported() || obj.Parent() != c.pass.Pkg.Scope())
}

// compareWith reports a comparison of two errors by an operator.
func (c *check) compareWith(op string, err, target ast.Expr) {
	if !c.isError(err) {
		return
	}
	name, held := c.holds(target)
	switch {
	case name == nil:
	case held && !types.Comparable(name.Type()):
		c.reportComparison(target, fmt.Sprintf("%s panics if both errors are %s: it holds a map; use errors.As and compare its fields", op, display(name)))
	case held:
	case c.isPointer(target):
		c.reportComparison(target, fmt.Sprintf("no error is equal to this *%s: %s", display(name), c.reason(name, target)))
	case types.Comparable(name.Type()) && c.distinct(target):
		c.reportComparison(target, fmt.Sprintf("no error is equal to this %s: %s", display(name), c.reason(name, target)))
	}
}

func (c *check) reportComparison(target ast.Expr, message string) {
	c.report.Report(analysis.Diagnostic{
		Pos:      target.Pos(),
		End:      endOfHead(target),
		Category: "compare",
		Message:  message,
	}, true)
}

// reason says why nothing is equal to an error of the SDK's, and what to do.
func (c *check) reason(name *types.TypeName, target ast.Expr) string {
	why := "every answer has another RequestID"
	switch {
	case isAddress(target):
		why = "a new pointer equals no other"
	case c.isPointer(target):
		why = fmt.Sprintf("the SDK returns %s values", display(name))
	case !types.Comparable(name.Type()):
		why = "it holds a map, so its values cannot be compared"
	}
	return why + "; use errors.As and compare its fields"
}

// isAddress reports whether e makes a pointer.
func isAddress(e ast.Expr) bool {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return false
	}
	_, ok = ast.Unparen(addr.X).(*ast.CompositeLit)
	return ok
}

// holds returns the SDK's error type whose value an expression is, or is known
// to hold as an error.
func (c *check) holds(e ast.Expr) (name *types.TypeName, held bool) {
	e = ast.Unparen(e)
	name, pointer, ok := form(c.info.TypeOf(e))
	switch {
	case ok && (!pointer || isAddress(e) || c.isNever(e)):
		return name, false
	case ok || !c.isError(e):
		return nil, false
	}
	return c.heldBy(e), true
}

// heldBy returns the type of the SDK's error that an error certainly is: the
// result of one of the SDK's constructors, or a variable that is only set to
// such an error.
func (c *check) heldBy(e ast.Expr) *types.TypeName {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if fn := c.callee(e); fn != nil && sdk.IsErrorPackage(fn.Pkg()) && fn.Signature().Recv() == nil {
			if obj := fn.Pkg().Scope().Lookup("Error"); obj != nil {
				name, _ := sdk.ErrorType(obj.Type())
				return name
			}
		}
		if c.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
			return c.value(e.Args[0])
		}
	case *ast.Ident:
		from := c.only(c.info.Uses[e])
		if _, ok := from.(*ast.CallExpr); ok && c.isError(from) {
			return c.heldBy(from)
		}
		return c.value(from)
	}
	return nil
}

// value returns the SDK's error type of which an expression is a value, nil if it is
// of another one.
func (c *check) value(e ast.Expr) *types.TypeName {
	if name, pointer, ok := form(c.info.TypeOf(e)); ok && !pointer {
		return name
	}
	return nil
}

// distinct reports whether no error that the program meets is equal to a value
// that can be compared: it is written down here, without the RequestID that
// every answer has, and the program makes no such errors itself.
func (c *check) distinct(e ast.Expr) bool {
	e = ast.Unparen(e)
	if report.InTest(c.pass, e.Pos()) || c.literals[c.value(e)] {
		return false
	}
	if id, ok := e.(*ast.Ident); ok {
		e = c.only(c.info.Uses[id])
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return false
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return false
		}
		if id, ok := kv.Key.(*ast.Ident); !ok || id.Name == "RequestID" {
			return false
		}
	}
	return true
}
