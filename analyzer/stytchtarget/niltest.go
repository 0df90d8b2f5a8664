package stytchtarget

import (
	"go/ast"
	"go/token"
	"sort"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// nilTest drops a test v != nil that only asks again what the search has said,
// or puts the search in its place.
func (m *mender) nilTest(cur inspector.Cursor) bool {
	test := cur.Node().(*ast.BinaryExpr)
	if test.Op != token.NEQ || !m.isNil(test.X) && !m.isNil(test.Y) {
		return false
	}
	switch cur.ParentEdgeKind() {
	case edge.BinaryExpr_Y: // found && v != nil
		and := cur.Parent().Node().(*ast.BinaryExpr)
		if and.Op != token.LAND || !m.proves(and.X) && !m.proven(cur) {
			return false
		}
		m.delete(and.X.End(), test.End())
		return true
	case edge.BinaryExpr_X: // v != nil && more
		and := cur.Parent().Node().(*ast.BinaryExpr)
		if and.Op != token.LAND || !m.proven(cur) {
			return false
		}
		m.delete(test.Pos(), and.Y.Pos())
		return true
	case edge.IfStmt_Cond:
		return m.searchInstead(cur)
	}
	return false
}

func (m *mender) isNil(e ast.Expr) bool { return m.c.info.Types[e].IsNil() }

// proves reports whether a condition that holds means that v was found.
func (m *mender) proves(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		return e.Op == token.LAND && (m.proves(e.X) || m.proves(e.Y))
	case *ast.Ident:
		return m.ok != nil && m.c.info.Uses[e] == m.ok
	case *ast.CallExpr:
		return m.searches(e)
	}
	return false
}

// searches reports whether a call is the search that sets v.
func (m *mender) searches(call *ast.CallExpr) bool {
	if !isBool(m.c.info.TypeOf(call)) {
		return false
	}
	for _, t := range m.c.triesOfCall(inspector.Cursor{}, call) {
		for _, arg := range call.Args {
			if id := addressed(arg); t.name != nil && id != nil && m.c.info.Uses[id] == m.v {
				return !negative(t)
			}
		}
	}
	return false
}

// proven reports whether a node is reached only if v was found.
func (m *mender) proven(cur inspector.Cursor) bool {
	for ; cur != m.scope; cur = cur.Parent() {
		parent := cur.Parent().Node()
		switch cur.ParentEdgeKind() {
		case edge.IfStmt_Body:
			if m.proves(parent.(*ast.IfStmt).Cond) {
				return true
			}
		case edge.BinaryExpr_Y:
			if and := parent.(*ast.BinaryExpr); and.Op == token.LAND && m.proves(and.X) {
				return true
			}
		}
		switch parent.(type) {
		case *ast.FuncLit, *ast.File:
			return false // it runs at another time
		}
	}
	return false
}

// searchInstead makes the condition v != nil of an if statement the search
// that stands right before it.
func (m *mender) searchInstead(test inspector.Cursor) bool {
	cur := test.Parent()
	stmt := cur.Node().(*ast.IfStmt)
	if stmt.Init != nil {
		search, ok := stmt.Init.(*ast.ExprStmt)
		if !ok || !m.isSearch(search) || m.commented(search.Pos(), stmt.Cond.End()) {
			return false
		}
		m.delete(search.End(), stmt.Cond.End())
		return true
	}
	prev, ok := cur.PrevSibling()
	if !ok || cur.ParentEdgeKind() != edge.BlockStmt_List {
		return false
	}
	search, ok := prev.Node().(*ast.ExprStmt)
	if !ok || !m.isSearch(search) || m.commented(search.Pos(), stmt.Cond.End()) {
		return false
	}
	// Two edits, so that those within the call stay valid.
	m.replace(search.Pos(), search.Pos(), "if ")
	m.delete(search.End(), stmt.Cond.End())
	return true
}

func (m *mender) isSearch(s *ast.ExprStmt) bool {
	call, ok := ast.Unparen(s.X).(*ast.CallExpr)
	return ok && m.searches(call)
}

// commented reports whether a comment lies between two places.
func (m *mender) commented(pos, end token.Pos) bool {
	f := m.c.report.File(pos)
	if f == nil {
		return true
	}
	i := sort.Search(len(f.Comments), func(i int) bool { return f.Comments[i].End() > pos })
	return i < len(f.Comments) && f.Comments[i].Pos() < end
}
