package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// onlyCreates reports whether an if statement does nothing that the twin does not do: it
// creates, sends, returns and logs.
func (c *check) onlyCreates(s *ast.IfStmt) bool {
	o := &only{check: c, own: make(map[*types.Var]bool)}
	init, ok := s.Init.(*ast.AssignStmt)
	declares := s.Init == nil || ok && init.Tok == token.DEFINE && c.isIdle(init)
	return declares && c.isIdle(s.Cond) && o.node(s.Body)
}

// isIdle reports whether nothing is done for something.
func (c *check) isIdle(n ast.Node) bool { return (&only{check: c, idle: maxCalls}).node(n) }

// maxCalls bounds how far functions of the program are followed by what they call.
const maxCalls = 3

// An only looks for what is done besides creating, sending and returning.
type only struct {
	*check
	own  map[*types.Var]bool // the results of what is done: errors, and the SDK's responses
	idle int                 // nothing may be done, and functions are followed so far; 0 if the user may be created
}

// node reports whether all that a statement or an expression does may be done.
func (o *only) node(n ast.Node) bool {
	ok := true
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ok = ok && o.call(n)
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW
		case *ast.AssignStmt:
			ok = ok && !slices.ContainsFunc(n.Lhs, func(e ast.Expr) bool { return !o.assigns(e) })
		case *ast.ReturnStmt:
			ok = ok && !slices.ContainsFunc(n.Results, func(e ast.Expr) bool { return !o.returns(e) })
		case *ast.IfStmt:
			ok = ok && o.either(n)
			return false
		case *ast.BranchStmt:
			ok = ok && n.Label == nil // which would be left without a use
		case *ast.FuncLit:
			ok = false
		case nil, *ast.EmptyStmt, *ast.ExprStmt, *ast.BlockStmt, *ast.DeclStmt:
		case ast.Stmt:
			ok = false
		}
		return ok
	})
	return ok
}

// either reports whether an if statement does what may be done. What is done if the
// calls fail is not needed without them.
func (o *only) either(s *ast.IfStmt) bool {
	ok := s.Init == nil || o.node(s.Init)
	cond, _ := s.Cond.(*ast.BinaryExpr)
	failed := cond != nil && cond.Op == token.NEQ && o.isOwn(cond.X) && o.info.Types[cond.Y].IsNil() && library.IsErrorValue(o.info.TypeOf(cond.X))
	return ok && (failed || o.node(s.Cond) && o.node(s.Body)) && (s.Else == nil || o.node(s.Else))
}

// isOwn reports whether an expression is a result of what is done.
func (o *only) isOwn(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && o.own[o.local(id)]
}

// assigns reports whether an assignment changes nothing but an error, a response, or
// what is declared for it.
func (o *only) assigns(to ast.Expr) bool {
	id, ok := to.(*ast.Ident)
	if !ok {
		return false
	}
	v := o.local(id)
	isNew := o.info.Defs[id] != nil
	isResult := v != nil && (library.IsErrorValue(v.Type()) || sdk.PointsTo(v.Type(), "Response"))
	if isResult && o.own != nil {
		o.own[v] = true
	}
	return id.Name == "_" || isNew || isResult || v != nil && o.idle > 0
}

// returns reports whether a function that returns this tells its caller no more than
// that all went well or what did not.
func (o *only) returns(e ast.Expr) bool {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		e = sel.X
	}
	tv := o.info.Types[e]
	return o.idle > 0 || tv.IsNil() || library.IsErrorValue(tv.Type) || o.isOwn(e)
}

// call reports whether a call does only what may be done.
func (o *only) call(call *ast.CallExpr) bool {
	if o.info.Types[call.Fun].IsType() {
		return true
	}
	switch fn := typeutil.Callee(o.info, call).(type) {
	case *types.Builtin:
		return fn.Name() != "panic" && fn.Name() != "close" && fn.Name() != "delete"
	case *types.Func:
		fn = fn.Origin()
		row := library.Of(fn)
		decl := o.decls[fn]
		switch {
		case o.request(fn) != nil:
			return o.idle == 0
		case row.Is(library.Harmless | library.Steady | library.Pure | library.Logs), row.Does == library.ErrorAs, fn.Pkg() == nil:
			return !row.Is(library.NeverReturns)
		case decl != nil && o.idle != 1:
			inner := &only{check: o.check, idle: maxCalls}
			if o.idle > 0 {
				inner.idle = o.idle - 1
			}
			return inner.node(decl.Body)
		}
	}
	return false
}
