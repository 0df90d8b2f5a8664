package stytchunhandled

import (
	"fmt"
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
)

// wentOn notes a failure that a middleware of gin answers, and after which the
// handlers that follow are run. One that several calls lead to is noted once.
func (c *check) wentOn(s *source, list []answer) {
	for _, f := range c.findings {
		list = slices.DeleteFunc(list, func(a answer) bool {
			return slices.ContainsFunc(f.goesOn, func(b answer) bool { return b.expr == a.expr })
		})
	}
	if len(list) == 0 {
		return
	}
	slices.SortFunc(list, func(a, b answer) int { return int(a.expr.Pos() - b.expr.Pos()) })
	name := nameOr(ginParam(s.fn).Name(), "c")
	remedy := name + ".Abort"
	if c.isGinJSON(list[0].expr) {
		remedy = name + ".AbortWithStatusJSON"
	}
	c.findings = append(c.findings, &finding{
		pos: s.call.Pos(), end: s.call.Lparen, category: "letin", shown: true,
		message: fmt.Sprintf("the failure is answered, but gin is not told to stop: with %s, line %d still lets the next handlers run as if the call had succeeded; call %s there",
			s.operations[0].Outcome, c.pass.Fset.Position(list[0].expr.Pos()).Line, remedy),
		operations: s.operations, source: s, goesOn: list,
	})
}

func nameOr(name, other string) string {
	if name == "" || name == "_" {
		return other
	}
	return name
}

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
	if _, follows := following(stmt); !ok || follows || !block.Rbrace.IsValid() || !x.check.endsLater(stmt.Node(), block) {
		return analysis.TextEdit{}, false
	}
	return edit.Replace(block.Rbrace, block.Rbrace, "\t"+name+".Abort()\n"+e.Indent(block.Rbrace)), true
}

// endsLater reports whether a block ends on a line after one of its statements.
func (c *check) endsLater(stmt ast.Node, block *ast.BlockStmt) bool {
	return c.pass.Fset.PositionFor(stmt.End(), false).Line < c.pass.Fset.PositionFor(block.Rbrace, false).Line
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
