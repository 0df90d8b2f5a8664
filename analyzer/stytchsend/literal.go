package stytchsend

import (
	"go/ast"
	"go/types"
)

func (c *check) evalLiteral(f *frame, e *ast.CompositeLit, st *state) []evaluated {
	t := c.info.TypeOf(e)
	if isList(t) {
		return []evaluated{{st, c.listOf(e)}}
	}
	s, ok := underlying(t).(*types.Struct)
	exprs := make([]ast.Expr, len(e.Elts))
	names := make([]string, len(e.Elts))
	for i, elt := range e.Elts {
		exprs[i] = elt
		if kv, isKey := elt.(*ast.KeyValueExpr); isKey {
			exprs[i] = kv.Value
			if key, isName := kv.Key.(*ast.Ident); isName {
				names[i] = key.Name
			}
		} else if ok && i < s.NumFields() {
			names[i] = s.Field(i).Name()
		}
	}
	result := c.evalAll(f, exprs, st)
	for i, r := range result {
		v := value{}
		if ok {
			v = value{kind: structure, obj: &object{typ: t, fields: make(map[string]value)}}
			for j, name := range names {
				v.obj.fields[name] = r.v.list[j]
			}
		}
		result[i].v = v
	}
	return result
}

// isList reports whether t is a slice or an array, or a map that can be a set.
func isList(t types.Type) bool {
	switch u := underlying(t).(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Map:
		switch elem := u.Elem().Underlying().(type) {
		case *types.Basic:
			return elem.Info()&types.IsBoolean != 0
		case *types.Struct:
			return elem.NumFields() == 0
		}
	}
	return false
}

// listOf returns the constants in a list, nothing if there is anything else.
func (c *check) listOf(e *ast.CompositeLit) value {
	v := value{kind: list}
	for _, elt := range e.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if _, ok := underlying(c.info.TypeOf(e)).(*types.Map); !ok {
				return value{}
			}
			if tv := c.info.Types[kv.Value]; tv.Value != nil && constantOf(tv.Value).isFalse() {
				continue
			}
			elt = kv.Key
		}
		tv := c.info.Types[elt]
		if tv.Value == nil {
			return value{}
		}
		v.list = append(v.list, constantOf(tv.Value))
	}
	return v
}

// initial returns the expression that a variable of this package has from the
// beginning, if nothing is ever assigned to it.
func (c *check) initial(v *types.Var) ast.Expr {
	if c.initials == nil {
		c.initials = make(map[*types.Var]ast.Expr)
		for _, init := range c.info.InitOrder {
			if len(init.Lhs) == 1 {
				c.initials[init.Lhs[0]] = init.Rhs
			}
		}
		c.forget(func(v *types.Var) { delete(c.initials, v) })
	}
	return c.initials[v]
}

// literals returns the local variables that hold one function literal and
// nothing else ever.
func (c *check) literals() map[*types.Var]*ast.FuncLit {
	if c.lits == nil {
		c.lits = make(map[*types.Var]*ast.FuncLit)
		for cur := range c.root.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
			var names []*ast.Ident
			var values []ast.Expr
			switch n := cur.Node().(type) {
			case *ast.AssignStmt:
				values = n.Rhs
				for _, l := range n.Lhs {
					id, _ := l.(*ast.Ident)
					names = append(names, id)
				}
			case *ast.ValueSpec:
				names, values = n.Names, n.Values
			}
			if len(names) != len(values) {
				continue
			}
			for i, name := range names {
				lit, ok := values[i].(*ast.FuncLit)
				if !ok || name == nil {
					continue
				}
				if v, ok := c.info.Defs[name].(*types.Var); ok {
					c.lits[v] = lit
				}
			}
		}
		c.forget(func(v *types.Var) { delete(c.lits, v) })
	}
	return c.lits
}

// forget calls drop for the variables that are assigned to after they were
// declared, or that pointers lead to.
func (c *check) forget(drop func(*types.Var)) {
	dropExpr := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			if v, ok := c.info.Uses[id].(*types.Var); ok {
				drop(v)
			}
		}
	}
	for cur := range c.root.Preorder((*ast.AssignStmt)(nil), (*ast.UnaryExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				dropExpr(l)
				if index, ok := l.(*ast.IndexExpr); ok {
					dropExpr(index.X)
				}
			}
		case *ast.UnaryExpr:
			dropExpr(n.X)
		}
	}
}
