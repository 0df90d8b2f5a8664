package repair

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// stop ends the chain of gin after the answers to a failure.
func (x *Fixer) stop(f *Finding, fn function, file *edit.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Abort after the answer"}
	for _, call := range f.Last {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && IsGinJSON(x.info, call) {
			fix.TextEdits = append(fix.TextEdits, edit.Replace(sel.Sel.Pos(), sel.Sel.End(), "AbortWithStatusJSON"))
			continue
		}
		cur, ok := fn.cur.FindNode(call)
		if !ok {
			return fix, false
		}
		stmt := statementOf(cur)
		if next, ok := following(stmt); ok && file.Listed(next) {
			at := next.Node().Pos()
			fix.TextEdits = append(fix.TextEdits, edit.Replace(at, at, fn.name+".Abort()\n"+file.Indent(at)))
			continue
		}
		block, ok := stmt.Parent().Node().(*ast.BlockStmt)
		if _, follows := following(stmt); !ok || follows || !block.Rbrace.IsValid() || !file.Later(stmt.Node().End(), block.Rbrace) {
			return fix, false
		}
		fix.TextEdits = append(fix.TextEdits, edit.Replace(block.Rbrace, block.Rbrace, "\t"+fn.name+".Abort()\n"+file.Indent(block.Rbrace)))
	}
	return fix, true
}
