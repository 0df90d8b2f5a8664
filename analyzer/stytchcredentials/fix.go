package stytchcredentials

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// fix returns the fix of a problem: the two arguments change places, if they
// are expressions that can be evaluated in any order.
func (c *check) fix(pair judged, p problem) []analysis.SuggestedFix {
	id, secret := pair.ID.Expr, pair.Secret.Expr
	if !p.swapped || !simple(c.pass.TypesInfo, id) || !simple(c.pass.TypesInfo, secret) {
		return nil
	}
	file := edit.Of(c.pass, c.report.File(id.Pos()))
	idText, ok := file.Copy(id.Pos(), id.End(), nil)
	secretText, both := file.Copy(secret.Pos(), secret.End(), nil)
	if !ok || !both {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message: "Swap the project id and the secret",
		TextEdits: []analysis.TextEdit{
			edit.Replace(id.Pos(), id.End(), secretText),
			edit.Replace(secret.Pos(), secret.End(), idText),
		},
	}}
}

// simple reports whether e is made of literals, constants, variables, their fields
// and variables of the environment alone.
func simple(info *types.Info, e ast.Expr) bool {
	for n := range ast.Preorder(e) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if library.Of(typeutil.Callee(info, n)).Does != library.GetEnv {
				return false
			}
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				return false
			}
		case *ast.FuncLit, *ast.IndexExpr, *ast.StarExpr:
			return false
		}
	}
	return true
}
