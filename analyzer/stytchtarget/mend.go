package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A mender makes a value of a variable that is a pointer to one of the SDK's
// errors, and adapts its uses.
type mender struct {
	c     *check
	v     *types.Var       // nil if there is no variable
	scope inspector.Cursor // where it is used
	def   inspector.Cursor // the identifier that declares it
	ok    types.Object     // the variable that says whether v was found
	edits []analysis.TextEdit
	uses  int  // that are left
	fewer bool // some are not
}

// mender returns the mender of a local variable that id names in the declaration
// of a node, nil if it is none that can be mended.
func (c *check) mender(cur inspector.Cursor, id *ast.Ident) *mender {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.Kind() != types.LocalVar || c.mended[v] {
		return nil
	}
	scope := declaration(cur)
	if _, ok := scope.Node().(*ast.FuncDecl); !ok {
		return nil
	}
	for _, def := range c.idents()[v] {
		if def.Node().Pos() == v.Pos() {
			return &mender{c: c, v: v, scope: scope, def: def}
		}
	}
	return nil
}

// mendable returns where the variables are named that fixes look at: pointers to
// the SDK's errors, and what says whether one was found.
func (c *check) mendable() map[types.Object][]inspector.Cursor {
	idents := make(map[types.Object][]inspector.Cursor)
	for cur := range c.root.Preorder((*ast.Ident)(nil)) {
		v, ok := c.info.ObjectOf(cur.Node().(*ast.Ident)).(*types.Var)
		if !ok || v.Kind() != types.LocalVar {
			continue
		}
		if _, _, ok := form(v.Type()); ok || isBool(v.Type()) {
			idents[v] = append(idents[v], cur)
		}
	}
	return idents
}

func (m *mender) delete(pos, end token.Pos) { m.replace(pos, end, "") }

func (m *mender) replace(pos, end token.Pos, text string) {
	m.edits = append(m.edits, analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)})
}

// declare adapts the declaration of the variable.
func (m *mender) declare() bool {
	switch n := m.def.Parent().Node().(type) {
	case *ast.ValueSpec:
		return len(n.Names) == 1 && m.declareSpec(n)
	case *ast.AssignStmt:
		return n.Tok == token.DEFINE && len(n.Lhs) == 1 && len(n.Rhs) == 1 && m.declareAssign(n)
	}
	return false
}

func (m *mender) declareSpec(spec *ast.ValueSpec) bool {
	if star, ok := spec.Type.(*ast.StarExpr); ok && len(spec.Values) == 0 {
		m.delete(star.Pos(), star.X.Pos())
		return true
	}
	if spec.Type != nil || len(spec.Values) != 1 {
		return false
	}
	if typ := emptyType(spec.Values[0]); typ != "" {
		m.replace(spec.Names[0].End(), spec.End(), " "+typ)
		return true
	}
	return false
}

func (m *mender) declareAssign(n *ast.AssignStmt) bool {
	typ := emptyType(n.Rhs[0])
	if typ == "" {
		return m.dropAddress(n.Rhs[0])
	}
	switch m.def.Parent().ParentEdgeKind() {
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		m.replace(n.Pos(), n.End(), "var "+m.v.Name()+" "+typ)
	default: // in the head of a statement a literal needs parentheses
		m.replace(n.Rhs[0].Pos(), n.Rhs[0].End(), "("+typ+"{})")
	}
	return true
}

// dropAddress makes a literal T{} of &T{}.
func (m *mender) dropAddress(e ast.Expr) bool {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return false
	}
	if _, ok := addr.X.(*ast.CompositeLit); !ok {
		return false
	}
	m.delete(addr.Pos(), addr.X.Pos())
	return true
}

// emptyType returns the text of T in new(T) and &T{}.
func emptyType(e ast.Expr) string {
	if !isEmpty(e) {
		return ""
	}
	var typ ast.Expr
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		typ = e.Args[0]
	case *ast.UnaryExpr:
		typ = ast.Unparen(e.X).(*ast.CompositeLit).Type
	}
	switch typ.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return types.ExprString(typ)
	}
	return ""
}

// mend adapts all uses of the variable, and reports whether it could.
func (m *mender) mend() bool {
	if m.v == nil {
		return true
	}
	for _, cur := range m.c.idents()[m.v] {
		if m.c.info.Uses[cur.Node().(*ast.Ident)] == m.v && !m.use(cur) {
			return false
		}
	}
	if m.uses == 0 && m.fewer {
		return false // Go refuses a variable that is not used
	}
	m.c.mended[m.v] = true
	return true
}

// use adapts one use of the variable.
func (m *mender) use(id inspector.Cursor) bool {
	c := m.c
	m.uses++
	cur := outOfParens(id)
	parent := cur.Parent()
	switch cur.ParentEdgeKind() {
	case edge.SelectorExpr_X:
		return true
	case edge.StarExpr_X:
		star := parent.Node().(*ast.StarExpr)
		if cur != id {
			return false
		}
		if parent.ParentEdgeKind() == edge.AssignStmt_Lhs {
			m.uses-- // to Go, what is only assigned to is not used
			m.fewer = true
		}
		if outer, ok := parent.Parent().Node().(*ast.ParenExpr); ok {
			m.replace(outer.Pos(), outer.End(), m.v.Name())
			return true
		}
		m.delete(star.Pos(), star.X.Pos())
		return true
	case edge.UnaryExpr_X:
		call, _ := c.callAround(parent)
		return parent.Node().(*ast.UnaryExpr).Op == token.AND && c.isTarget(parent) && call != nil && c.allows(call)
	case edge.BinaryExpr_X, edge.BinaryExpr_Y:
		m.uses--
		m.fewer = true
		return m.nilTest(parent)
	}
	_, fn := c.callAround(cur)
	if asks(fn) {
		return false
	}
	to := c.destination(cur)
	return isErrorInterface(to) || isAny(to) && prints(fn)
}

func isAny(t types.Type) bool {
	if t == nil {
		return false
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// assigned reports whether a variable is assigned to besides its declaration.
func (m *mender) assigned(v types.Object) bool {
	return slices.ContainsFunc(m.c.idents()[v], func(id inspector.Cursor) bool {
		return m.c.info.Uses[id.Node().(*ast.Ident)] == v && outOfParens(id).ParentEdgeKind() == edge.AssignStmt_Lhs
	})
}
