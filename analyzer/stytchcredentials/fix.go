package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// fix returns the fix of a problem: the two arguments change places, if they
// are expressions that can be evaluated in any order.
func fix(pass *analysis.Pass, pair judged, p problem) []analysis.SuggestedFix {
	if !p.swapped || !simple(pass.TypesInfo, pair.ID.Expr) || !simple(pass.TypesInfo, pair.Secret.Expr) {
		return nil
	}
	id, ok := text(pass, pair.ID.Expr)
	if !ok {
		return nil
	}
	secret, ok := text(pass, pair.Secret.Expr)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Swap the project id and the secret",
		TextEdits: []analysis.TextEdit{
			{Pos: pair.ID.Expr.Pos(), End: pair.ID.Expr.End(), NewText: secret},
			{Pos: pair.Secret.Expr.Pos(), End: pair.Secret.Expr.End(), NewText: id},
		},
	}}
}

// simple reports whether e is made of literals, constants, variables, their fields
// and variables of the environment alone.
func simple(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return simple(info, e.X)
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(info, e).(*types.Func)
		return ok && library.Of(fn).Does == library.GetEnv && len(e.Args) == 1 && simple(info, e.Args[0])
	case *ast.BinaryExpr:
		return e.Op == token.ADD && simple(info, e.X) && simple(info, e.Y)
	}
	return false
}

// text returns the source of e.
func text(pass *analysis.Pass, e ast.Expr) ([]byte, bool) {
	start, end := pass.Fset.PositionFor(e.Pos(), false), pass.Fset.PositionFor(e.End(), false)
	src, err := pass.ReadFile(start.Filename)
	if err != nil || start.Offset > end.Offset || end.Offset > len(src) {
		return nil, false
	}
	return src[start.Offset:end.Offset], true
}
