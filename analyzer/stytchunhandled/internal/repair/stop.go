package repair

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// stop ends the chain of gin after the answers to a failure.
func (x *Fixer) stop(f *Finding, fn function, file *ast.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Abort after the answer"}
	e := edit.Of(x.pass, file)
	for _, a := range f.Last {
		change, ok := x.abort(e, fn, a)
		if !ok {
			return fix, false
		}
		fix.TextEdits = append(fix.TextEdits, change)
	}
	return fix, true
}

func (x *Fixer) abort(e *edit.File, fn function, call *ast.CallExpr) (analysis.TextEdit, bool) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && IsGinJSON(x.info, call) {
		return edit.Replace(sel.Sel.Pos(), sel.Sel.End(), "AbortWithStatusJSON"), true
	}
	name := GinParam(fn.sig).Name()
	cur, ok := fn.cur.FindNode(call)
	if !ok || nameOr(name, "") == "" {
		return analysis.TextEdit{}, false
	}
	stmt := statementOf(cur)
	if next, ok := following(stmt); ok && e.Listed(next) {
		at := next.Node().Pos()
		return edit.Replace(at, at, name+".Abort()\n"+e.Indent(at)), true
	}
	block, ok := stmt.Parent().Node().(*ast.BlockStmt)
	if _, follows := following(stmt); !ok || follows || !block.Rbrace.IsValid() || !x.endsLater(stmt.Node().End(), block) {
		return analysis.TextEdit{}, false
	}
	return edit.Replace(block.Rbrace, block.Rbrace, "\t"+name+".Abort()\n"+e.Indent(block.Rbrace)), true
}

// endsLater reports whether a block ends on a line after a position.
func (x *Fixer) endsLater(pos token.Pos, block *ast.BlockStmt) bool {
	return x.pass.Fset.PositionFor(pos, false).Line < x.pass.Fset.PositionFor(block.Rbrace, false).Line
}

// statementOf returns the statement that holds an expression.
func statementOf(cur inspector.Cursor) inspector.Cursor {
	for {
		if _, ok := cur.Node().(ast.Stmt); ok {
			return cur
		}
		cur = cur.Parent()
	}
}
