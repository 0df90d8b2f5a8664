package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// convert notes what becomes an error, and whether the program makes pointers itself.
func (c *check) convert(flow *valueflow.Result) {
	for _, conv := range flow.Conversions {
		c.conversions[conv.Expr] = conv
		if name := c.value(conv.Expr); name != nil && !report.InTest(c.pass, conv.Expr.Pos()) {
			c.literals[name] = true
		}
		if !conv.Own {
			continue
		}
		c.pointed = append(c.pointed, conv)
		c.habits.Makes = c.habits.Makes || !report.InTest(c.pass, conv.Expr.Pos())
	}
	for fn, decl := range c.decls {
		c.habits.Makes = c.habits.Makes || !report.InTest(c.pass, fn.Pos()) && c.fillsPointer(fn, decl)
	}
}

// fillsPointer reports whether fn is the As method of an error that hands out a
// pointer to one of the SDK's errors itself.
func (c *check) fillsPointer(fn *types.Func, decl inspector.Cursor) bool {
	params := fn.Signature().Params()
	if fn.Name() != "As" || fn.Signature().Recv() == nil || params.Len() != 1 || !types.IsInterface(params.At(0).Type()) {
		return false
	}
	for cur := range decl.Preorder((*ast.StarExpr)(nil)) {
		star := cur.Node().(*ast.StarExpr)
		if c.info.Types[star].IsType() && c.isPointer(star.X) {
			return true
		}
	}
	return false
}

// standIns reports the pointers that stand in for errors of the SDK.
func (c *check) standIns() {
	if c.habits.Both || c.inherited.Both {
		return // the program is ready for them
	}
	seen := make(map[ast.Expr]bool)
	for _, conv := range c.pointed {
		cur, _ := c.root.FindNode(conv.Expr)
		for _, e := range conv.Made {
			if made, _ := c.root.FindNode(e); !isGlobal(made) && declaration(made) != declaration(cur) {
				e = conv.Expr // what makes it may well need the pointer
			}
			if seen[e] {
				continue
			}
			seen[e] = true
			name, _, _ := form(c.info.TypeOf(conv.Expr))
			what, remedy := "a *"+display(name), "make it a value"
			if addr, ok := e.(*ast.UnaryExpr); ok && addr.Op == token.AND {
				remedy = "drop the &"
				if _, ok := addr.X.(*ast.CompositeLit); ok {
					what = "&" + display(name)
				}
			}
			c.report.Report(analysis.Diagnostic{
				Pos:            e.Pos(),
				End:            endOfHead(e),
				Category:       "built",
				Message:        fmt.Sprintf("%s is no error of the SDK's making: it returns %s values; %s", what, display(name), remedy),
				SuggestedFixes: c.makeValue(cur, conv.Expr, e),
			}, true)
		}
	}
}

// isGlobal reports whether a node lies in a declaration of package level that is no
// function.
func isGlobal(cur inspector.Cursor) bool {
	_, ok := declaration(cur).Node().(*ast.GenDecl)
	return ok
}

// endOfHead returns the end of an expression without the fields of a literal.
func endOfHead(e ast.Expr) token.Pos {
	head := e
	if addr, ok := e.(*ast.UnaryExpr); ok {
		head = addr.X
	}
	if lit, ok := head.(*ast.CompositeLit); ok && lit.Type != nil {
		return lit.Type.End()
	}
	return e.End()
}
