package repair

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

const ginMethod = "(*github.com/gin-gonic/gin.Context)."

// IsGinJSON reports whether a call answers in the way for which gin has a method
// that ends the chain.
func IsGinJSON(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return isGinJSON(fn)
}

func isGinJSON(fn *types.Func) bool { return nameOf(fn) == ginMethod+"JSON" }

// stop ends the chain of gin after the answers to a failure.
func (x *Fixer) stop(f *Finding, fn function, file *edit.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Abort after the answer"}
	for _, call := range f.Last {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && IsGinJSON(x.info, call) {
			fix.TextEdits = append(fix.TextEdits, edit.Replace(sel.Sel.Pos(), sel.Sel.End(), "AbortWithStatusJSON"))
			continue
		}
		stmt := edit.Statement(x.calls[call.Lparen])
		at, ok := file.LineBehind(stmt)
		if !ok || edit.CallOf(stmt.Node()) == nil {
			return fix, false
		}
		fix.TextEdits = append(fix.TextEdits, edit.Replace(at, at, file.Indent(stmt.Node().Pos())+fn.name+".Abort()\n"))
	}
	return fix, true
}
