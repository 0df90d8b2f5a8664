// Package errfield tells which status stands beside an error code: in a condition, in a
// literal, or in JSON.
package errfield

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// errorOf returns the error of which e selects a field, as it is written; "" if it does
// not. The field may be converted.
func errorOf(info *types.Info, e ast.Expr, field func(*types.Var) bool) string {
	if sel, ok := library.Unconverted(info, e).(*ast.SelectorExpr); ok {
		if v, ok := info.Uses[sel.Sel].(*types.Var); ok && field(v) {
			return types.ExprString(sel.X)
		}
	}
	return ""
}

// isStatus reports whether e, which is compared with a value, is the status of an error,
// of any if err is "". A number in a variable is one if it is compared with one.
func isStatus(info *types.Info, e, value ast.Expr, err string) bool {
	if of := errorOf(info, e, sdk.IsStatusField); of != "" {
		return err == "" || of == err
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || info.Types[value].Value == nil {
		return false
	}
	_, isVar := info.Uses[id].(*types.Var)
	n, isInt := constant.Int64Val(constant.ToInt(info.Types[value].Value))
	return isVar && isInt && 400 <= n && n < 600
}
