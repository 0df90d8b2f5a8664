package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// fix returns the fix of a problem: the two arguments change places, if they
// are expressions that can be evaluated in any order.
func fix(pass *analysis.Pass, c client, p problem) []analysis.SuggestedFix {
	if !p.swapped || !simple(pass.TypesInfo, c.id.expr) || !simple(pass.TypesInfo, c.secret.expr) {
		return nil
	}
	id, ok := text(pass, c.id.expr)
	if !ok {
		return nil
	}
	secret, ok := text(pass, c.secret.expr)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Swap the project id and the secret",
		TextEdits: []analysis.TextEdit{
			{Pos: c.id.expr.Pos(), End: c.id.expr.End(), NewText: secret},
			{Pos: c.secret.expr.Pos(), End: c.secret.expr.End(), NewText: id},
		},
	}}
}

// simple reports whether e is made of literals, constants and variables alone.
func simple(info *types.Info, e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.Ident:
		return true
	case *ast.SelectorExpr:
		pkg, ok := e.X.(*ast.Ident)
		if !ok {
			return false
		}
		_, ok = info.Uses[pkg].(*types.PkgName)
		return ok
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
