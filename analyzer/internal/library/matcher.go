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
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return Of(typeutil.Callee(info, e))
	case *ast.SelectorExpr:
		return Of(info.Uses[e.Sel])
	case *ast.Ident:
		return Of(info.Uses[e])
	}
	return Row{}
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
