package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// Half of what a struct holds may be replaced, and the other one forgotten:
//
//	c := config{ProjectID: "project-test-1", Secret: "secret-test-2"}
//	if prod {
//		c.ProjectID = "project-live-1"
//	}
//
// So what sets a field of a local variable goes with the only one that sets the other
// one before, if the variable is used for nothing that may set it as well.

// A holder is a variable that holds a struct, and the fields that lead to it.
type holder struct {
	v    *types.Var
	path string
}

// holderOf returns what e names, nothing if that is no variable or field of one.
func (b *builder) holderOf(e ast.Expr) holder {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return holder{v: b.variableOf(e)}
	case *ast.SelectorExpr:
		h := b.holderOf(e.X)
		h.path += "." + e.Sel.Name
		return h
	}
	return holder{}
}

// A setting is a binding that sets a field of a local variable in a block.
type setting struct {
	*binding
	of        holder
	at, block inspector.Cursor
}

// settings returns those bindings that are some.
func (b *builder) settings(list []*binding) []setting {
	var all []setting
	for _, x := range list {
		c, ok := b.cursor(x.at)
		if !ok {
			continue
		}
		s := setting{binding: x, at: c}
		if sel, ok := ast.Unparen(x.at).(*ast.SelectorExpr); ok && x.at != x.expr {
			s.of = b.holderOf(sel.X)
		} else {
			s.of = b.initialized(c)
		}
		for p := range c.Enclosing((*ast.BlockStmt)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil)) {
			s.block = p
			break
		}
		if s.of.v != nil && s.block.Valid() {
			all = append(all, s)
		}
	}
	return all
}

// initialized returns what the literal of a struct that has a value at c is assigned to.
func (b *builder) initialized(c inspector.Cursor) holder {
	path, inside := "", false
	for p := range c.Enclosing() {
		switch n := p.Node().(type) {
		case *ast.CompositeLit:
			inside = true
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && inside {
				path = "." + key.Name + path
			}
		case *ast.AssignStmt, *ast.ValueSpec:
			return holder{}
		}
		kind, i := p.ParentEdge()
		switch kind {
		case edge.AssignStmt_Rhs:
			if s := p.Parent().Node().(*ast.AssignStmt); len(s.Lhs) == len(s.Rhs) {
				h := b.holderOf(s.Lhs[i])
				h.path += path
				return h
			}
		case edge.ValueSpec_Values:
			if s := p.Parent().Node().(*ast.ValueSpec); i < len(s.Names) {
				return holder{v: b.variableOf(s.Names[i]), path: path}
			}
		case edge.CompositeLit_Elts, edge.KeyValueExpr_Value, edge.UnaryExpr_X:
			continue
		}
		return holder{}
	}
	return holder{}
}

// halves returns the pairs of which one side replaces what was beside the other.
func (m *matcher) halves(ids, secrets []*binding) []Pair {
	var pairs []Pair
	sides := [...][]setting{ProjectID: m.settings(ids), Secret: m.settings(secrets)}
	for role, side := range sides {
		for _, x := range side {
			if x.binding.at == x.expr {
				continue
			}
			other, ok := m.otherHalf(x, sides[1-role])
			if !ok {
				continue
			}
			p := Pair{m.operand(x.binding), m.operand(other), x.expr}
			if Role(role) == Secret {
				p.ID, p.Secret = p.Secret, p.ID
			}
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// otherHalf returns the only setting of the variable that x sets the other field of, if
// it happens whenever x does.
func (m *matcher) otherHalf(x setting, others []setting) (other *binding, ok bool) {
	if m.handedOn()[x.of.v] {
		return nil, false
	}
	for _, y := range others {
		switch assigned := y.binding.at != y.expr; {
		case y.of == x.of && y.frame != x.frame:
		case y.of == x.of:
			if other != nil || y.block == x.block || !y.block.Contains(x.block) {
				return nil, false
			}
			other = y.binding
		case assigned && (y.of.v.Kind() == types.ParamVar || y.of.v.Kind() == types.RecvVar):
			return nil, false // what x sets may be passed there
		}
	}
	return other, other != nil
}

// handedOn returns the variables that are used for more than their fields and as
// arguments, so that somebody else may set those. Who gets a pointer may do so before
// the next use.
func (b *builder) handedOn() map[*types.Var]bool {
	if b.sinks.handed != nil {
		return b.sinks.handed
	}
	handed, pointed := make(map[*types.Var]bool), make(map[*types.Var]bool)
	for c := range b.root().Preorder((*ast.Ident)(nil)) {
		v := b.variableOf(c.Node().(*ast.Ident))
		if v == nil || v.IsField() || b.info.Defs[c.Node().(*ast.Ident)] != nil && v.Kind() == types.LocalVar {
			continue
		}
		fine, pointer := b.passes(c)
		if !fine || pointed[v] || v.Kind() != types.LocalVar {
			handed[v] = true
		}
		if pointer {
			pointed[v] = true
		}
	}
	b.sinks.handed = handed
	return handed
}

// passes reports whether the variable at c is used for its fields or passed on, and
// whether it is a pointer that is passed.
func (b *builder) passes(c inspector.Cursor) (fine, pointer bool) {
	isPointer := func(t types.Type) bool {
		_, ok := t.Underlying().(*types.Pointer)
		return ok
	}
	for c.ParentEdgeKind() == edge.SelectorExpr_X {
		c = c.Parent()
		if sel := b.info.Selections[c.Node().(*ast.SelectorExpr)]; sel != nil && sel.Kind() != types.FieldVal {
			return true, isPointer(sel.Obj().(*types.Func).Signature().Recv().Type())
		}
	}
	t := b.typeOf(c.Node().(ast.Expr))
	if t == nil {
		return false, false
	}
	pointer = isPointer(t)
	if unary, ok := c.Parent().Node().(*ast.UnaryExpr); ok && unary.Op == token.AND {
		c, pointer = c.Parent(), true
	}
	switch kind, i := c.ParentEdge(); kind {
	case edge.CallExpr_Args:
		return true, pointer
	case edge.AssignStmt_Lhs:
		s := c.Parent().Node().(*ast.AssignStmt)
		if isString(t) {
			return true, false
		}
		_, isLit := ast.Unparen(s.Rhs[min(i, len(s.Rhs)-1)]).(*ast.CompositeLit)
		return isLit, false
	}
	return isString(t) && !pointer, false
}
