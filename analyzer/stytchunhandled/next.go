package stytchunhandled

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// callsNext reports whether a node calls a handler that it was given.
func (p *passage) callsNext(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ExprStmt:
		return p.nextIn(n.X)
	case *ast.AssignStmt:
		return p.nextIn(n.Rhs[0])
	case *ast.ReturnStmt:
		return slices.ContainsFunc(n.Results, p.nextIn)
	}
	return false
}

// nextIn reports whether an expression is a call of such a function, or of a
// framework's method that calls the next one.
func (p *passage) nextIn(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if fn := p.check.callee(call); fn != nil {
		if fn.Name() == "ServeHTTP" {
			return fn.Signature().Params().Len() == 2 && library.Type(fn.Signature().Params().At(0).Type()) == "net/http.ResponseWriter"
		}
		return library.Of(fn).Does == library.CallsNext
	}
	t := typeOrInvalid(p.check.info.TypeOf(call.Fun))
	if library.KindOf(t).Is(library.Handler) {
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || !p.isGiven(call.Fun) || sig.Params().Len() == 0 {
		return false
	}
	first := library.Type(sig.Params().At(0).Type())
	return first == "net/http.ResponseWriter" && sig.Params().Len() == 2 || first == "github.com/labstack/echo.Context" && sig.Params().Len() == 1
}

// isGiven reports whether an expression names a variable or a field that holds a
// function from elsewhere.
func (p *passage) isGiven(e ast.Expr) bool {
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		v, ok := p.check.info.Uses[sel.Sel].(*types.Var)
		return ok && v.IsField()
	}
	v := p.check.variable(e)
	return v != nil && p.fn.literals[v] == nil
}
