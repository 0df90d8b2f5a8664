package stytchstatus

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// A set is a field that a struct literal sets, and what to.
type set struct {
	field *types.Var
	value ast.Expr
}

// setsOf returns the fields that a literal of a struct sets.
func setsOf(info *types.Info, lit *ast.CompositeLit) []set {
	t := info.TypeOf(lit)
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // an element of a []*Error, without its type
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var list []set
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := info.Uses[id].(*types.Var); ok {
					list = append(list, set{v.Origin(), kv.Value})
				}
			}
		} else if i < s.NumFields() {
			list = append(list, set{s.Field(i).Origin(), elt})
		}
	}
	return list
}

// sourced returns the two fields that a literal sets to the status and the code of
// one error.
func (c *check) sourced(sets []set) (status, code *types.Var) {
	var errs [2]ast.Expr
	for _, s := range sets {
		switch name, err := c.errorField(s.value); name {
		case statusField:
			status, errs[0] = s.field, err
		case codeField:
			code, errs[1] = s.field, err
		}
	}
	if status == nil || code == nil || types.ExprString(errs[0]) != types.ExprString(errs[1]) {
		return nil, nil
	}
	return status, code
}

// findCarriers finds the structs of the package that carry the status and the code of
// an error: two of their fields are set to both of one, and to nothing else. Those of
// tests count for nothing.
func (c *check) findCarriers() {
	type carrier struct {
		of   types.Type
		code *types.Var
	}
	carriers := make(map[*types.Var]carrier) // by the status
	other := make(map[*types.Var]bool)       // fields that are set to something else
	for cur := range c.root.Preorder((*ast.CompositeLit)(nil)) {
		if report.InTest(c.pass, cur.Node().Pos()) {
			continue
		}
		sets := setsOf(c.info, cur.Node().(*ast.CompositeLit))
		status, code := c.sourced(sets)
		if status != nil && status.Pkg() == c.pass.Pkg && c.roleOf(status) == "" {
			carriers[status] = carrier{c.info.TypeOf(cur.Node().(*ast.CompositeLit)), code}
			c.pairs.add(status, code, false, false)
		}
		for _, s := range sets {
			if s.field != status && s.field != code {
				other[s.field] = true
			}
		}
	}
	if len(carriers) == 0 {
		return
	}
	for cur := range c.root.Preorder((*ast.AssignStmt)(nil), (*ast.IncDecStmt)(nil), (*ast.UnaryExpr)(nil)) {
		var list []ast.Expr
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			list = n.Lhs
		case *ast.IncDecStmt:
			list = []ast.Expr{n.X}
		case *ast.UnaryExpr:
			list = []ast.Expr{n.X}
		}
		for _, e := range list {
			if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
				if v, ok := c.info.Uses[sel.Sel].(*types.Var); ok {
					other[v.Origin()] = true
				}
			}
		}
	}
	for status, found := range carriers {
		if !other[status] && !other[found.code] {
			c.carry(found.of, status, found.code)
		}
	}
}
