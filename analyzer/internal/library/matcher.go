package library

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// Matcher returns what is known of an expression that is a matcher of gomega or a
// checker of quicktest: of the function that makes it, or of the variable that holds
// it. It returns the zero Row for what is not known.
func Matcher(info *types.Info, e ast.Expr) Row {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return Of(typeutil.Callee(info, call))
	}
	return Of(Named(info, e))
}

// Expected returns the expression that a call of a method such as To is about: x in
// Expect(x).To(Equal(y)). It returns nil if there is none.
func Expected(call *ast.CallExpr) ast.Expr {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	actual, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok || len(actual.Args) == 0 {
		return nil
	}
	return actual.Args[0]
}
