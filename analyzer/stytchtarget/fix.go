package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// dropStar returns the fix that makes a try look for the value, if what
// depends on it can be mended with certainty.
func (c *check) dropStar(t *try) []analysis.SuggestedFix {
	var m *mender
	switch t.how {
	case byTarget:
		m = c.targetMender(t)
	case byTypeArg:
		m = c.typeArgMender(t)
	case checked:
		m = c.resultMender(t.cur, t.at)
	case byCase:
		m = c.caseMender(t)
	}
	if m == nil || !m.mend() {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Look for the value, %s", display(t.name)),
		TextEdits: m.edits,
	}}
}

// targetMender mends the variable v of the target &v.
func (c *check) targetMender(t *try) *mender {
	id := addressed(t.at)
	if id == nil {
		return nil
	}
	call := t.cur.Node().(*ast.CallExpr)
	if !c.allows(call) {
		return nil
	}
	m := c.mender(t.cur, id)
	if m == nil || !m.declare() {
		return nil
	}
	return m
}

// addressed returns the v of &v.
func addressed(e ast.Expr) *ast.Ident {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return nil
	}
	id, _ := ast.Unparen(addr.X).(*ast.Ident)
	return id
}

// typeArgMender mends the type argument of a search, or what it is inferred
// from, and the variable that gets the result.
func (c *check) typeArgMender(t *try) *mender {
	call := t.cur.Node().(*ast.CallExpr)
	if !c.allows(call) {
		return nil
	}
	if t.explicit() {
		if len(call.Args) != 1 {
			return nil // its other arguments may depend on the type
		}
		return c.resultMender(t.cur, t.at)
	}
	if t.fn.Signature().Results().Len() != 1 || !isBool(t.fn.Signature().Results().At(0).Type()) {
		return nil
	}
	if c.inferredElsewhere(call, t.fn) {
		return nil
	}
	for _, arg := range call.Args {
		if id := addressed(arg); id != nil {
			if _, pointer, ok := form(c.info.TypeOf(id)); ok && pointer {
				if m := c.mender(t.cur, id); m != nil && m.declare() {
					return m
				}
				return nil
			}
		}
	}
	return nil
}

// inferredElsewhere reports whether more than one argument of a call depends on
// the types that a generic function is instantiated with.
func (c *check) inferredElsewhere(call *ast.CallExpr, fn *types.Func) bool {
	sig, ok := c.info.TypeOf(call.Fun).(*types.Signature)
	declared := fn.Origin().Signature().Params()
	if !ok || sig.Params().Len() != declared.Len() {
		return true
	}
	n := 0
	for i := range declared.Len() {
		if !types.Identical(declared.At(i).Type(), sig.Params().At(i).Type()) {
			n++
		}
	}
	return n > 1
}

func isBool(t types.Type) bool {
	return types.Identical(types.Default(t), types.Typ[types.Bool])
}

// resultMender mends the variable that gets a pointer from an expression, and
// drops the star of the type in it.
func (c *check) resultMender(cur inspector.Cursor, typ ast.Expr) *mender {
	star, ok := ast.Unparen(typ).(*ast.StarExpr)
	if !ok {
		return nil // hidden behind an alias
	}
	cur = outOfParens(cur)
	kind, i := cur.ParentEdge()
	var id *ast.Ident
	switch n := cur.Parent().Node().(type) {
	case *ast.AssignStmt:
		if kind != edge.AssignStmt_Rhs || i != 0 || len(n.Rhs) != 1 {
			return nil
		}
		if id, ok = n.Lhs[0].(*ast.Ident); !ok || id.Name != "_" && c.info.Defs[id] == nil {
			return nil // declared elsewhere
		}
	case *ast.ValueSpec:
		if kind != edge.ValueSpec_Values || n.Type != nil || len(n.Values) != 1 {
			return nil
		}
		id = n.Names[0]
	default:
		return nil
	}
	m := &mender{c: c}
	if id.Name != "_" {
		if m = c.mender(cur, id); m == nil {
			return nil
		}
		if ok := c.okOf(cur.Parent().Node()); ok != nil && !m.assigned(ok) {
			m.ok = ok
		}
	}
	m.delete(star.Pos(), star.X.Pos())
	return m
}

// okOf returns the variable that gets the second of two results.
func (c *check) okOf(n ast.Node) types.Object {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if len(n.Lhs) == 2 {
			if id, ok := n.Lhs[1].(*ast.Ident); ok {
				return c.info.ObjectOf(id)
			}
		}
	case *ast.ValueSpec:
		if len(n.Names) == 2 {
			return c.info.Defs[n.Names[1]]
		}
	}
	return nil
}

// caseMender drops the star of a type in a case, and mends the variable of the
// switch in that case.
func (c *check) caseMender(t *try) *mender {
	star, ok := ast.Unparen(t.at).(*ast.StarExpr)
	if !ok {
		return nil
	}
	clause := t.cur.Node().(*ast.CaseClause)
	m := &mender{c: c}
	if v, ok := c.info.Implicits[clause].(*types.Var); ok && len(clause.List) == 1 {
		m.v, m.scope = v, t.cur
	}
	m.delete(star.Pos(), star.X.Pos())
	return m
}

// allows reports whether a search can be called for the value where it is
// called for the pointer now.
func (c *check) allows(call *ast.CallExpr) bool {
	id := calleeIdent(call)
	inst, generic := c.info.Instances[id]
	if !generic {
		return true
	}
	fn, ok := c.info.Uses[id].(*types.Func)
	if !ok {
		return false
	}
	args := make([]types.Type, inst.TypeArgs.Len())
	for i := range args {
		args[i] = inst.TypeArgs.At(i)
		if _, pointer, ok := form(args[i]); ok && pointer {
			args[i] = types.Unalias(args[i]).(*types.Pointer).Elem()
		}
	}
	typ, err := types.Instantiate(nil, fn.Origin().Type(), args, true)
	if err != nil {
		return false
	}
	sig, ok := typ.(*types.Signature)
	if !ok {
		return false
	}
	// Only the first result may change with the type.
	old, ok := inst.Type.(*types.Signature)
	if !ok {
		return false
	}
	for i := range sig.Results().Len() {
		a, b := sig.Results().At(i).Type(), old.Results().At(i).Type()
		if types.Identical(a, b) {
			continue
		}
		p, ok := types.Unalias(b).(*types.Pointer)
		if i > 0 || !ok || !types.Identical(p.Elem(), a) {
			return false
		}
	}
	return true
}
