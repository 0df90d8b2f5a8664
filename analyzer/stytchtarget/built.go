package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// built reports the pointers that stand in for errors of the SDK.
func (c *check) built() {
	if c.habits.Both || c.inherited.Both {
		return // the program is ready for them
	}
	seen := make(map[ast.Expr]bool)
	for _, conv := range c.pointers {
		for _, e := range c.madeBy(conv) {
			if seen[e] {
				continue
			}
			seen[e] = true
			name := display(conv.name)
			what, remedy := "a *"+name, "make it a value"
			if addr, ok := e.(*ast.UnaryExpr); ok && addr.Op == token.AND {
				what, remedy = "&"+name, "drop the &"
				if _, ok := addr.X.(*ast.CompositeLit); !ok {
					what = "a *" + name
				}
			}
			c.report.Report(analysis.Diagnostic{
				Pos:            e.Pos(),
				End:            endOfHead(e),
				Category:       "built",
				Message:        fmt.Sprintf("%s is no error of the SDK's making: it returns %s values; %s", what, name, remedy),
				SuggestedFixes: c.makeValue(conv, e),
			}, true)
		}
	}
}

// madeBy returns where a pointer that becomes an error is made: in the same
// declaration, by one of package level, or by whatever gives it.
func (c *check) madeBy(conv conversion) []ast.Expr {
	var list []ast.Expr
	for _, e := range conv.made {
		if _, global := declaration(c.cursor(e)).Node().(*ast.GenDecl); !global && !c.inside(conv.cur, e) {
			e = conv.expr
		}
		list = append(list, e)
	}
	return list
}

func (c *check) cursor(n ast.Node) inspector.Cursor {
	cur, _ := c.root.FindNode(n)
	return cur
}

// endOfHead returns the end of an expression without the fields of a literal.
func endOfHead(e ast.Expr) token.Pos {
	if addr, ok := e.(*ast.UnaryExpr); ok {
		if lit, ok := addr.X.(*ast.CompositeLit); ok && lit.Type != nil {
			return lit.Type.End()
		}
	}
	return e.End()
}

// makeValue returns the fix that makes a value in the place of a pointer.
func (c *check) makeValue(conv conversion, e ast.Expr) []analysis.SuggestedFix {
	if !report.InTest(c.pass, e.Pos()) || c.compares(declaration(conv.cur)) {
		return nil // code that relies on the pointer would have to change with it
	}
	// What is kept under a name may be compared with, or changed later.
	kind := outOfParens(conv.cur).ParentEdgeKind()
	_, global := declaration(conv.cur).Node().(*ast.GenDecl)
	if global && kind == edge.ValueSpec_Values || !isMade(conv.expr) && kind != edge.ReturnStmt_Results {
		return nil
	}
	m := &mender{c: c}
	if id, ok := ast.Unparen(conv.expr).(*ast.Ident); ok {
		v := c.errorVariable(id)
		if v == nil || len(c.vars[v].sources) != 1 || !c.inside(conv.cur, e) {
			return nil
		}
		if m = c.mender(conv.cur, id); m == nil || !m.declare() {
			return nil
		}
	} else if ast.Unparen(conv.expr) != e || !m.value(e) {
		return nil
	}
	if !m.mend() {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Make it a value, %s", display(conv.name)),
		TextEdits: m.edits,
	}}
}

// isMade reports whether e is &T{...} or new(T), which nothing else can hold.
func isMade(e ast.Expr) bool {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok {
		return isEmpty(e)
	}
	_, ok = addr.X.(*ast.CompositeLit)
	return ok
}

// value makes T{} of &T{} and new(T), and v of &v.
func (m *mender) value(e ast.Expr) bool {
	if addr, ok := e.(*ast.UnaryExpr); ok {
		switch x := addr.X.(type) {
		case *ast.CompositeLit:
			if x.Type == nil {
				return false
			}
		case *ast.Ident, *ast.SelectorExpr:
		default:
			return false
		}
		m.delete(addr.Pos(), addr.X.Pos())
		return true
	}
	if typ := emptyType(e); typ != "" {
		m.replace(e.Pos(), e.End(), "("+typ+"{})")
		return true
	}
	return false
}

// inside reports whether e lies in the declaration that holds a node.
func (c *check) inside(cur inspector.Cursor, e ast.Expr) bool {
	n := declaration(cur).Node()
	return n.Pos() <= e.Pos() && e.End() <= n.End()
}

// compares reports whether a declaration compares errors with each other,
// which may go well for pointers and not for values.
func (c *check) compares(decl inspector.Cursor) bool {
	return c.record(decl).compares
}

func isComparison(n *ast.BinaryExpr) bool { return n.Op == token.EQL || n.Op == token.NEQ }
