package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
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
	c.habits.Makes = c.habits.Makes || c.declares("As")
}

// declares reports whether the package has an error with a method of its own, Is or As,
// that knows the SDK's types: what it says or hands out is not in view.
func (c *check) declares(method string) bool {
	for fn, decl := range c.decls {
		if fn.Name() == method && fn.Signature().Recv() != nil && c.mentions(decl) {
			return true
		}
	}
	return false
}

// mentions reports whether a declaration names one of the SDK's error types.
func (c *check) mentions(decl inspector.Cursor) bool {
	for cur := range decl.Preorder((*ast.Ident)(nil)) {
		if obj := c.info.Uses[cur.Node().(*ast.Ident)]; obj != nil {
			if _, _, ok := form(obj.Type()); ok {
				return true
			}
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
			if made, _ := c.root.FindNode(e); !isGlobal(made) && edit.Declaration(made) != edit.Declaration(cur) {
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
	_, ok := edit.Declaration(cur).Node().(*ast.GenDecl)
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
