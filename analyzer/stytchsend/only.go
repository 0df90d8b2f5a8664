package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"
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

func (o *only) stmts(list []ast.Stmt) bool {
	for _, s := range list {
		if !o.stmt(s) {
			return false
		}
	}
	return true
}

func (o *only) stmt(s ast.Stmt) bool {
	switch s := s.(type) {
	case nil, *ast.EmptyStmt, *ast.BranchStmt:
		return true
	case *ast.DeferStmt:
		return o.call(s.Call)
	case *ast.ExprStmt:
		return o.expr(s.X)
	case *ast.BlockStmt:
		return o.stmts(s.List)
	case *ast.DeclStmt:
		ok := true
		ast.Inspect(s, func(n ast.Node) bool {
			if e, isExpr := n.(ast.Expr); isExpr && o.check.info.Types[e].IsValue() {
				ok = ok && o.expr(e)
				return false
			}
			return true
		})
		return ok
	case *ast.AssignStmt:
		return o.assign(s)
	case *ast.IfStmt:
		if !o.stmt(s.Init) {
			return false
		}
		// What is done if the calls fail is not needed without them.
		if cmp, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr); ok && o.failure(cmp.X) && o.check.info.Types[cmp.Y].IsNil() {
			if cmp.Op == token.NEQ {
				return o.stmt(s.Else)
			}
			return o.stmt(s.Body)
		}
		return o.expr(s.Cond) && o.stmt(s.Body) && o.stmt(s.Else)
	case *ast.ReturnStmt:
		for _, r := range s.Results {
			if !o.result(r) {
				return false
			}
		}
		return true
	}
	return false
}

// assign reports whether an assignment changes nothing but errors, responses,
// and what is declared for it.
func (o *only) assign(s *ast.AssignStmt) bool {
	for _, l := range s.Lhs {
		id, ok := l.(*ast.Ident)
		if !ok {
			sel, ok := l.(*ast.SelectorExpr)
			if !ok {
				return false
			}
			if id, ok = sel.X.(*ast.Ident); !ok || !o.own[o.check.local(id)] {
				return false
			}
			continue
		}
		v := o.check.local(id)
		switch {
		case id.Name == "_" || o.check.info.Defs[id] != nil:
		case v == nil || !o.inner && !isError(v.Type()) && !isResponse(v.Type()):
			return false // it may be used elsewhere
		}
		if v != nil && (isError(v.Type()) || isResponse(v.Type()) || isForm(v.Type())) {
			o.own[v] = true
		}
	}
	return o.exprs(s.Rhs)
}

// failure reports whether an expression is an error of what is done.
func (o *only) failure(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v := o.check.local(id)
	return v != nil && o.own[v] && isError(v.Type())
}

// result reports whether a function that returns this tells its caller no
// more than that all went well or what did not.
func (o *only) result(e ast.Expr) bool {
	c := o.check
	e = ast.Unparen(e)
	if c.info.Types[e].IsNil() {
		return true
	}
	if o.inner {
		return o.expr(e)
	}
	switch x := e.(type) {
	case *ast.Ident:
		v := c.local(x)
		return v != nil && (isError(v.Type()) || o.own[v])
	case *ast.CallExpr:
		return o.expr(x)
	case *ast.SelectorExpr:
		id, ok := ast.Unparen(x.X).(*ast.Ident)
		return ok && o.own[c.local(id)]
	}
	return false
}

func (o *only) exprs(list []ast.Expr) bool {
	for _, e := range list {
		if !o.expr(e) {
			return false
		}
	}
	return true
}

// expr reports whether all calls in an expression do only what may be done.
func (o *only) expr(e ast.Expr) bool {
	ok := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ok = false
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW
		case *ast.CallExpr:
			ok = ok && o.call(n)
		}
		return ok
	})
	return ok
}

// isResponse reports whether t is a response of the SDK.
func isResponse(t types.Type) bool { return isOfSDK(t, "Response") }

// isQuiet reports whether a function of a library changes nothing that a program
// depends on.
func isQuiet(fn *types.Func) bool {
	row := library.Of(fn)
	return row.Is(library.Harmless|library.Steady|library.Pure|library.Logs) || row.Does == library.ErrorAs
}

// asksRequest reports whether a function only returns a request, or its context,
// as those of web frameworks do.
func asksRequest(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil || sig.Params().Len() != 0 || sig.Results().Len() != 1 {
		return false
	}
	t := types.TypeString(sig.Results().At(0).Type(), nil)
	return t == "context.Context" || t == "*net/http.Request"
}

// isCancel reports whether t is the type of functions that cancel a context.
func isCancel(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "CancelFunc" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

func (o *only) call(call *ast.CallExpr) bool {
	c := o.check
	if c.info.Types[call.Fun].IsType() {
		return true
	}
	switch fn := typeutil.Callee(c.info, call).(type) {
	case *types.Var:
		return isCancel(fn.Type())
	case *types.Builtin:
		return fn.Name() != "panic" && fn.Name() != "close" && fn.Name() != "delete"
	case *types.Func:
		fn = fn.Origin()
		if c.request(fn) != nil {
			return !o.idle
		}
		decl := c.declaration(fn)
		if fn.Pkg() == nil || isQuiet(fn) || decl == nil && asksRequest(fn) {
			return c.graph().MayReturn(call)
		}
		if decl == nil || o.busy[fn] {
			return false
		}
		o.busy[fn] = true
		defer delete(o.busy, fn)
		inner := newOnly(c)
		inner.inner, inner.idle, inner.busy = true, o.idle, o.busy
		return inner.stmts(decl.Body.List)
	}
	return false
}
