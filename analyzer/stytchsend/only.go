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

// An only looks for what is done besides creating, sending and returning.
type only struct {
	check *check
	own   map[*types.Var]bool // the results of what is done: errors, and the SDK's responses
	inner bool                // of a function that is called: what it returns stays within
	idle  bool                // nor may anything be created or sent
	busy  map[*types.Func]bool
}

func newOnly(c *check) *only {
	return &only{check: c, own: make(map[*types.Var]bool), busy: make(map[*types.Func]bool)}
}

// newIdle returns an only for what can be left out.
func newIdle(c *check) *only {
	o := newOnly(c)
	o.inner, o.idle = true, true
	return o
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
		case *ast.FuncLit:
			ok = false
		case nil, *ast.EmptyStmt, *ast.BranchStmt, *ast.DeferStmt, *ast.ExprStmt, *ast.BlockStmt, *ast.DeclStmt:
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
	cmp, isCmp := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	failed := isCmp && cmp.Op == token.NEQ && o.isError(cmp.X) && o.check.info.Types[cmp.Y].IsNil()
	return ok && (failed || o.node(s.Cond) && o.node(s.Body)) && (s.Else == nil || o.node(s.Else))
}

// assigns reports whether an assignment changes nothing but an error, a response, or
// what is declared for it.
func (o *only) assigns(to ast.Expr) bool {
	if sel, ok := to.(*ast.SelectorExpr); ok {
		id, ok := sel.X.(*ast.Ident)
		return ok && o.own[o.check.local(id)]
	}
	id, ok := to.(*ast.Ident)
	if !ok {
		return false
	}
	v := o.check.local(id)
	isNew := o.check.info.Defs[id] != nil
	if v != nil && (library.IsErrorValue(v.Type()) || sdk.PointsTo(v.Type(), "Response") || isNew && sdk.PointsTo(v.Type(), "Params")) {
		o.own[v] = true
	}
	return id.Name == "_" || isNew || v != nil && (o.inner || o.own[v])
}

// isError reports whether an expression is an error of what is done.
func (o *only) isError(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v := o.check.local(id)
	return v != nil && o.own[v] && library.IsErrorValue(v.Type())
}

// returns reports whether a function that returns this tells its caller no more than
// that all went well or what did not.
func (o *only) returns(e ast.Expr) bool {
	c := o.check
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v := c.local(x)
		return o.inner || c.info.Types[x].IsNil() || v != nil && (library.IsErrorValue(v.Type()) || o.own[v])
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(x.X).(*ast.Ident)
		return o.inner || ok && o.own[c.local(id)]
	case *ast.CallExpr:
		return true
	}
	return o.inner
}

// call reports whether a call does only what may be done.
func (o *only) call(call *ast.CallExpr) bool {
	c := o.check
	if c.info.Types[call.Fun].IsType() {
		return true
	}
	switch fn := typeutil.Callee(c.info, call).(type) {
	case *types.Var:
		return types.TypeString(fn.Type(), nil) == "context.CancelFunc"
	case *types.Builtin:
		return fn.Name() != "panic" && fn.Name() != "close" && fn.Name() != "delete"
	case *types.Func:
		fn = fn.Origin()
		if c.request(fn) != nil {
			return !o.idle
		}
		row := library.Of(fn)
		if row.Is(library.Harmless|library.Steady|library.Pure|library.Logs) || row.Does == library.ErrorAs {
			return !row.Is(library.NeverReturns)
		}
		decl := c.declaration(fn)
		if decl == nil || o.busy[fn] {
			return decl == nil && asksRequest(fn)
		}
		o.busy[fn] = true
		defer delete(o.busy, fn)
		inner := newOnly(c)
		inner.inner, inner.idle, inner.busy = true, o.idle, o.busy
		return inner.node(decl.Body)
	}
	return false
}

// asksRequest reports whether a function only returns a request, or its context,
// as those of web frameworks do. Error is the method of the interface.
func asksRequest(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 1 {
		return false
	}
	t := types.TypeString(sig.Results().At(0).Type(), nil)
	return fn.Pkg() == nil || t == "context.Context" || t == "*net/http.Request"
}
