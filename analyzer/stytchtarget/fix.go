package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// dropStar returns the fix that makes a search look for the value, if what
// depends on it can be mended with certainty.
func (c *check) dropStar(s *search) []analysis.SuggestedFix {
	var m *mender
	switch s.how {
	case byTarget, byTypeArg:
		call := s.cur.Node().(*ast.CallExpr)
		if !c.allows(call, s.fn) {
			return nil
		}
		if s.how == byTypeArg && s.explicit() {
			if len(call.Args) == 1 { // others may depend on the type
				m = c.resultMender(s.cur, s.at)
			}
			break
		}
		if s.how == byTypeArg && (s.fn.Signature().Results().Len() != 1 || !isBool(s.fn.Signature().Results().At(0).Type())) {
			return nil
		}
		for _, arg := range call.Args {
			if id := library.Addressed(arg); id != nil && c.isPointer(id) && (s.how == byTypeArg || arg == s.at) {
				m = c.variableMender(s.cur, id)
			}
		}
	case checked:
		m = c.resultMender(s.cur, s.at)
	case byCase:
		if star, ok := ast.Unparen(s.at).(*ast.StarExpr); ok {
			m = &mender{c: c}
			clause := s.cur.Node().(*ast.CaseClause)
			if v, ok := c.info.Implicits[clause].(*types.Var); ok && len(clause.List) == 1 {
				m.v = v
			}
			m.replace(star.Pos(), star.X.Pos(), "")
		}
	}
	if m == nil || !m.mend() {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Look for the value, %s", display(s.name)),
		TextEdits: m.edits,
	}}
}

// allows reports whether a search can be called for the value where it is called for
// the pointer now: a generic one takes any error, and nothing depends on its type but
// one parameter and the first result.
func (c *check) allows(call *ast.CallExpr, fn *types.Func) bool {
	declared := fn.Origin().Signature()
	sig, ok := c.info.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return false
	}
	for p := range declared.TypeParams().TypeParams() {
		if i, ok := p.Constraint().Underlying().(*types.Interface); !ok || !i.IsMethodSet() {
			return false // it may take pointers alone
		}
	}
	depends := 0
	for i := range declared.Params().Len() {
		if !types.Identical(declared.Params().At(i).Type(), sig.Params().At(i).Type()) {
			depends++
		}
	}
	for i := range declared.Results().Len() {
		t := declared.Results().At(i).Type()
		if _, isParam := t.(*types.TypeParam); (i > 0 || !isParam) && !types.Identical(t, sig.Results().At(i).Type()) {
			return false
		}
	}
	return depends <= 1
}

// resultMender mends the variable that gets a pointer from an expression, and
// drops the star of the type in it.
func (c *check) resultMender(cur inspector.Cursor, typ ast.Expr) *mender {
	star, ok := ast.Unparen(typ).(*ast.StarExpr)
	if !ok {
		return nil // hidden behind an alias
	}
	cur = outOfParens(cur)
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || cur.ParentEdgeKind() != edge.AssignStmt_Rhs || len(assign.Rhs) != 1 {
		return nil
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	m := &mender{c: c}
	if id.Name != "_" {
		if m = c.mender(cur, id); m == nil || c.info.Defs[id] == nil {
			return nil
		}
	}
	m.replace(star.Pos(), star.X.Pos(), "")
	return m
}

// makeValue returns the fix that makes a value in the place of a pointer, which e makes
// and which becomes an error at cur.
func (c *check) makeValue(cur inspector.Cursor, pointer, e ast.Expr) []analysis.SuggestedFix {
	pointer = ast.Unparen(pointer)
	if !report.InTest(c.pass, e.Pos()) || c.record(edit.Declaration(cur)).compares {
		return nil // code that relies on the pointer would have to change with it
	}
	// What is kept under a name may be compared with, or changed later.
	kind := outOfParens(cur).ParentEdgeKind()
	if isGlobal(cur) && kind == edge.ValueSpec_Values || pointer != e && kind != edge.ReturnStmt_Results {
		return nil
	}
	m := &mender{c: c}
	name, _, _ := form(c.info.TypeOf(pointer))
	if id, ok := pointer.(*ast.Ident); ok {
		if c.only(c.info.Uses[id]) != e {
			return nil
		}
		if m = c.variableMender(cur, id); m == nil {
			return nil
		}
	} else if pointer != e || !m.value(e) {
		return nil
	}
	if !m.mend() {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Make it a value, %s", display(name)),
		TextEdits: m.edits,
	}}
}

// value makes T{} of &T{} and new(T).
func (m *mender) value(e ast.Expr) bool {
	if isAddress(e) {
		m.replace(e.Pos(), e.(*ast.UnaryExpr).X.Pos(), "")
		return true
	}
	typ := emptyType(e)
	m.replace(e.Pos(), e.End(), "("+typ+"{})")
	return typ != ""
}
