package stytchunhandled

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// isGinJSON reports whether an expression answers in the way for which gin has a
// method that ends the chain.
func (c *check) isGinJSON(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := c.callee(call)
	return fn != nil && fn.Name() == "JSON" && keyOf(fn) == ginContext
}

// stop ends the chain of gin after the answers to a failure.
func (x *fixer) stop(f *finding, file *ast.File) (analysis.SuggestedFix, bool) {
	fix := analysis.SuggestedFix{Message: "Abort after the answer"}
	e := edit.Of(x.check.pass, file)
	for _, a := range f.goesOn {
		change, ok := x.abort(e, f.source, a)
		if !ok {
			return fix, false
		}
		fix.TextEdits = append(fix.TextEdits, change)
	}
	return fix, true
}

func (x *fixer) abort(e *edit.File, s *source, a answer) (analysis.TextEdit, bool) {
	call := a.expr.(*ast.CallExpr)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && x.check.isGinJSON(call) {
		return edit.Replace(sel.Sel.Pos(), sel.Sel.End(), "AbortWithStatusJSON"), true
	}
	name := ginParam(s.fn).Name()
	cur, ok := s.function().FindNode(call)
	if !ok || nameOr(name, "") == "" {
		return analysis.TextEdit{}, false
	}
	stmt := statementOf(cur)
	if next, ok := following(stmt); ok && e.Listed(next) {
		at := next.Node().Pos()
		return edit.Replace(at, at, name+".Abort()\n"+e.Indent(at)), true
	}
	block, ok := stmt.Parent().Node().(*ast.BlockStmt)
	if _, follows := following(stmt); !ok || follows || !block.Rbrace.IsValid() || !x.check.endsLater(stmt.Node().End(), block) {
		return analysis.TextEdit{}, false
	}
	return edit.Replace(block.Rbrace, block.Rbrace, "\t"+name+".Abort()\n"+e.Indent(block.Rbrace)), true
}

// endsLater reports whether a block ends on a line after a position.
func (c *check) endsLater(pos token.Pos, block *ast.BlockStmt) bool {
	return c.pass.Fset.PositionFor(pos, false).Line < c.pass.Fset.PositionFor(block.Rbrace, false).Line
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
