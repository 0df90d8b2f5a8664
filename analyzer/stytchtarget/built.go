package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

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
		for _, e := range c.madeBy(conv.expr) {
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

// endOfHead returns the end of an expression without the fields of a literal.
func endOfHead(e ast.Expr) token.Pos {
	if addr, ok := e.(*ast.UnaryExpr); ok {
		if lit, ok := addr.X.(*ast.CompositeLit); ok && lit.Type != nil {
			return lit.Type.End()
		}
	}
	return e.End()
}

// madeBy returns the expressions in the package that make the pointer which an
// expression is.
func (c *check) madeBy(e ast.Expr) []ast.Expr {
	seen := make(map[result]bool)
	list := c.makers(source{e, 0}, seen)
	if len(list) == 0 {
		for r := range seen {
			c.made[r] = false
		}
	}
	return list
}

// makers returns the expressions in the package that make the pointer of a
// source. Where a function makes it, that is its call.
func (c *check) makers(s source, seen map[result]bool) []ast.Expr {
	switch e := ast.Unparen(s.expr).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return []ast.Expr{e}
		}
	case *ast.CallExpr:
		if isEmpty(e) {
			return []ast.Expr{e}
		}
		if fn := c.callee(e); fn != nil && c.makes(fn, s.result, seen) {
			return []ast.Expr{e}
		}
	case *ast.Ident:
		v, ok := c.info.Uses[e].(*types.Var)
		r := result{v, 0}
		if !ok || seen[r] || c.vars[v] == nil {
			return nil
		}
		seen[r] = true
		var list []ast.Expr
		for _, s := range c.vars[v].sources {
			list = append(list, c.makers(s, seen)...)
		}
		return list
	}
	return nil
}

// makes reports whether a function of this package returns a pointer that it
// makes.
func (c *check) makes(fn *types.Func, i int, seen map[result]bool) bool {
	decl, ok := c.decls[fn]
	r := result{fn, i}
	if known, done := c.made[r]; done || !ok || seen[r] {
		return known
	}
	seen[r] = true
	made := false
	decl.Inspect([]ast.Node{(*ast.FuncLit)(nil), (*ast.ReturnStmt)(nil)}, func(cur inspector.Cursor) bool {
		ret, ok := cur.Node().(*ast.ReturnStmt)
		if ok && i < len(ret.Results) && len(c.makers(source{ret.Results[i], 0}, seen)) > 0 {
			made = true
		}
		return ok
	})
	if made {
		c.made[r] = true
	}
	return made
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
