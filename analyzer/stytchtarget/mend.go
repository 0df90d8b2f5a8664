package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A mender makes a value of a variable that is a pointer to one of the SDK's
// errors, and adapts its uses.
type mender struct {
	c     *check
	v     *types.Var       // nil if there is no variable
	def   inspector.Cursor // the identifier that declares it
	edits []analysis.TextEdit
	uses  int  // that are left
	fewer bool // some are not
}

// mender returns the mender of a local variable that id names in the function
// of a node, nil if it is none that can be mended.
func (c *check) mender(cur inspector.Cursor, id *ast.Ident) *mender {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || v.Kind() != types.LocalVar || c.mended[v] || isGlobal(cur) {
		return nil
	}
	return &mender{c: c, v: v, def: c.uses().Of(v)[0]}
}

// variableMender is mender for a variable whose declaration changes, too.
func (c *check) variableMender(cur inspector.Cursor, id *ast.Ident) *mender {
	m := c.mender(cur, id)
	if m == nil || !m.declare() {
		return nil
	}
	return m
}

func (m *mender) replace(pos, end token.Pos, text string) {
	m.edits = append(m.edits, edit.Replace(pos, end, text))
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
		m.replace(star.Pos(), star.X.Pos(), "")
		return true
	}
	if spec.Type != nil || len(spec.Values) != 1 {
		return false
	}
	typ := emptyType(spec.Values[0])
	m.replace(spec.Names[0].End(), spec.End(), " "+typ)
	return typ != ""
}

func (m *mender) declareAssign(n *ast.AssignStmt) bool {
	typ := emptyType(n.Rhs[0])
	if typ == "" {
		return isAddress(n.Rhs[0]) && m.value(ast.Unparen(n.Rhs[0]))
	}
	m.replace(n.Pos(), n.End(), "var "+m.v.Name()+" "+typ)
	return edit.List(m.def.Parent()) != nil
}

// emptyType returns the text of T in new(T) and &T{}.
func emptyType(e ast.Expr) string {
	var typ ast.Expr
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok && id.Name == "new" && len(e.Args) == 1 {
			typ = e.Args[0]
		}
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok && e.Op == token.AND && len(lit.Elts) == 0 {
			typ = lit.Type
		}
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
	for _, cur := range m.c.uses().Of(m.v) {
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
	m.uses++
	cur := outOfParens(id)
	parent := cur.Parent()
	switch cur.ParentEdgeKind() {
	case edge.SelectorExpr_X:
		return true
	case edge.StarExpr_X:
		m.replace(parent.Node().Pos(), id.Node().Pos(), "")
		return cur == id && parent.ParentEdgeKind() != edge.AssignStmt_Lhs
	case edge.UnaryExpr_X:
		call, ok := outOfParens(parent).Parent().Node().(*ast.CallExpr)
		return ok && m.searches(call)
	case edge.BinaryExpr_Y, edge.BinaryExpr_X:
		m.uses--
		m.fewer = true
		return m.dropTest(parent)
	case edge.CallExpr_Args:
		if fn := m.c.callee(parent.Node().(*ast.CallExpr)); fn != nil && library.OnlyTells(fn) && !library.Of(fn).Is(library.Writes) {
			return true
		}
	}
	_, becomes := m.c.conversions[cur.Node().(ast.Expr)]
	return becomes
}

// searches reports whether a call is a search that sets v, and can look for the value.
func (m *mender) searches(call *ast.CallExpr) bool {
	for _, s := range m.c.searchesOfCall(inspector.Cursor{}, call) {
		for _, arg := range call.Args {
			if id := library.Addressed(arg); id != nil && s.name != nil && m.c.info.Uses[id] == m.v {
				return m.c.allows(call, s.fn)
			}
		}
	}
	return false
}

// dropTest drops a test v != nil that only asks again what the search has said:
// found && v != nil.
func (m *mender) dropTest(cur inspector.Cursor) bool {
	test := cur.Node().(*ast.BinaryExpr)
	and, ok := cur.Parent().Node().(*ast.BinaryExpr)
	if !ok || test.Op != token.NEQ || !m.c.info.Types[test.X].IsNil() && !m.c.info.Types[test.Y].IsNil() {
		return false
	}
	m.replace(and.X.End(), test.End(), "")
	return and.Op == token.LAND && and.Y == test && m.proves(and.X)
}

// proves reports whether a condition that holds means that v was found.
func (m *mender) proves(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		return e.Op == token.LAND && (m.proves(e.X) || m.proves(e.Y))
	case *ast.CallExpr:
		fn := m.c.callee(e)
		return fn != nil && !isNegative(fn) && isBool(m.c.info.TypeOf(e)) && m.searches(e)
	}
	return false
}
