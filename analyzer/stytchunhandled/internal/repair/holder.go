package repair

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// holder returns the variable that holds the error of the call that failed at a
// position, or an error around it, whichever of some calls it was: each of them assigns
// it, and nothing that stands in between but to wrap it. It returns nil if there is none.
func (x *Fixer) holder(fn function, calls []*ast.CallExpr, at token.Pos) *types.Var {
	var v *types.Var
	from := at
	for _, call := range calls {
		cur, ok := fn.cur.FindNode(call)
		if !ok {
			return nil
		}
		held := x.assigned(cur)
		if held == nil || v != nil && held != v || call.End() > at {
			return nil
		}
		v, from = held, min(from, call.End())
	}
	var loops []ast.Node // in which the position stands, and the calls do not: what follows may come before
	for cur := range fn.cur.Preorder((*ast.RangeStmt)(nil), (*ast.ForStmt)(nil)) {
		if n := cur.Node(); from <= n.Pos() && n.Pos() < at && at < n.End() {
			loops = append(loops, n)
		}
	}
	for cur := range fn.cur.Preorder((*ast.AssignStmt)(nil), (*ast.UnaryExpr)(nil), (*ast.CallExpr)(nil)) {
		n := cur.Node()
		within := func(loop ast.Node) bool { return loop.Pos() <= n.Pos() && n.End() <= loop.End() }
		isBetween := from < n.Pos() && n.End() <= at || slices.ContainsFunc(loops, within)
		switch n := n.(type) {
		case *ast.AssignStmt:
			isCall := slices.ContainsFunc(calls, func(c *ast.CallExpr) bool { return ast.Unparen(n.Rhs[0]) == c })
			if isBetween && slices.ContainsFunc(n.Lhs, x.is(v)) && !isCall && !x.wraps(n.Rhs[0], v) && !x.runsWithout(cur, v) {
				return nil
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && x.is(v)(n.X) {
				return nil
			}
		case *ast.CallExpr:
			if isBetween && x.joins(n, v) {
				return nil // no answer is right for both
			}
		}
	}
	return v
}

// is returns what reports whether an expression is a variable.
func (x *Fixer) is(v *types.Var) func(ast.Expr) bool {
	return func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && x.info.ObjectOf(id) == types.Object(v)
	}
}

// runsWithout reports whether a statement runs only where an error is nil.
func (x *Fixer) runsWithout(stmt inspector.Cursor, err *types.Var) bool {
	for around := range stmt.Enclosing((*ast.IfStmt)(nil)) {
		n := around.Node().(*ast.IfStmt)
		if failed, known := x.truth(n.Cond, err, false); known && !failed && n.Body.Pos() < stmt.Node().Pos() && stmt.Node().End() < n.Body.End() {
			return true
		}
	}
	return false
}

// assigned returns the variable that the last result of a call is assigned to, nil if
// it is not assigned to one.
func (x *Fixer) assigned(call inspector.Cursor) *types.Var {
	for call.ParentEdgeKind() == edge.ParenExpr_X {
		call = call.Parent()
	}
	var to ast.Expr
	switch n := call.Parent().Node().(type) {
	case *ast.AssignStmt:
		to = n.Lhs[len(n.Lhs)-1]
		if len(n.Rhs) > 1 {
			return nil
		}
	case *ast.ValueSpec:
		to = n.Names[len(n.Names)-1]
		if len(n.Values) > 1 {
			return nil
		}
	}
	id, _ := to.(*ast.Ident)
	v, _ := x.info.ObjectOf(id).(*types.Var)
	if v == nil || !library.IsError(v.Type()) || v.IsField() {
		return nil
	}
	return v
}

// wraps reports whether an expression is an error around that of a variable.
func (x *Fixer) wraps(e ast.Expr, v *types.Var) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !slices.ContainsFunc(call.Args, x.is(v)) {
		return false
	}
	does := library.Of(x.callee(call)).Does
	if does != library.FormatError {
		return does == library.WrapError || does == library.JoinErrors
	}
	errs := 0
	for _, arg := range call.Args {
		if library.IsErrorValue(x.info.TypeOf(arg)) {
			errs++
		}
	}
	format := x.info.Types[call.Args[0]].Value
	return format != nil && strings.Count(format.ExactString(), "%w") == errs
}

// joins reports whether a call makes an error of a variable and another failure: an
// error that is none of the package for all of a kind, and none made on the spot.
func (x *Fixer) joins(call *ast.CallExpr, v *types.Var) bool {
	makes := library.Of(x.callee(call)).Does
	if makes != library.JoinErrors && makes != library.FormatError || !slices.ContainsFunc(call.Args, x.is(v)) {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if !library.IsErrorValue(x.info.TypeOf(arg)) || x.is(v)(arg) {
			return false
		}
		if made, ok := ast.Unparen(arg).(*ast.CallExpr); ok {
			return library.Of(x.callee(made)).Does != library.NewError
		}
		id, _ := ast.Unparen(arg).(*ast.Ident)
		other, ok := x.info.Uses[id].(*types.Var)
		return !ok || other.Parent() != other.Pkg().Scope()
	})
}

// branchOf returns the block that is run after a failure of a call, and at no other
// time; nil if there is none, or several tests of its error.
func (x *Fixer) branchOf(fn function, call *ast.CallExpr) *ast.BlockStmt {
	at, _ := fn.cur.FindNode(call)
	v := x.assigned(at)
	var found *ast.IfStmt
	for cur := range fn.cur.Preorder((*ast.IfStmt)(nil)) {
		n := cur.Node().(*ast.IfStmt)
		if v == nil || n.Cond.Pos() < call.End() || !contains(n.Cond, func(n ast.Node) bool { e, ok := n.(ast.Expr); return ok && x.is(v)(e) }) {
			continue
		}
		if x.holder(fn, []*ast.CallExpr{call}, n.Cond.Pos()) != v {
			break
		}
		if found != nil {
			return nil
		}
		found = n
	}
	if found == nil {
		return nil
	}
	failed, known := x.truth(found.Cond, v, false)
	succeeded, knowsToo := x.truth(found.Cond, v, true)
	switch {
	case !known || knowsToo && failed == succeeded:
		return nil
	case failed:
		return found.Body
	}
	block, _ := found.Else.(*ast.BlockStmt)
	return block
}

// truth returns whether a condition holds where a variable is nil, or is not.
func (x *Fixer) truth(cond ast.Expr, v *types.Var, isNil bool) (is, known bool) {
	if c := x.info.Types[cond].Value; c != nil {
		return constant.BoolVal(c), true
	}
	switch e := cond.(type) {
	case *ast.ParenExpr:
		return x.truth(e.X, v, isNil)
	case *ast.UnaryExpr:
		is, known = x.truth(e.X, v, isNil)
		return !is, known && e.Op == token.NOT
	case *ast.BinaryExpr:
		switch e.Op {
		case token.EQL, token.NEQ:
			asks := x.is(v)(e.X) && x.info.Types[e.Y].IsNil() || x.is(v)(e.Y) && x.info.Types[e.X].IsNil()
			return isNil == (e.Op == token.EQL), asks
		case token.LAND, token.LOR:
			left, isLeft := x.truth(e.X, v, isNil)
			right, isRight := x.truth(e.Y, v, isNil)
			decides := e.Op == token.LOR // if one side is that
			if isLeft && left == decides || isRight && right == decides {
				return decides, true
			}
			return !decides, isLeft && isRight
		}
	}
	return false, false
}
