package stytchtarget

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// variableOf returns the variable, or the field, that holds an error. What is
// made of an error by a call, such as errors.Unwrap(err), counts as that error.
func (c *check) variableOf(e ast.Expr) *types.Var {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ := c.info.Uses[e].(*types.Var)
		return v
	case *ast.SelectorExpr:
		v, _ := c.info.Uses[e.Sel].(*types.Var)
		return v
	case *ast.CallExpr:
		for _, arg := range e.Args {
			if isErrorInterface(c.info.TypeOf(arg)) {
				return c.variableOf(arg)
			}
		}
	}
	return nil
}

// markBoth marks the tries of a declaration that look for a pointer and those
// that look for a value, where they ask the same error.
func (c *check) markBoth(decl inspector.Cursor, list []*try) {
	values, pointers := make(map[string][]*try), make(map[string][]*try)
	for _, t := range list {
		switch {
		case t.id == "":
		case t.pointer:
			pointers[t.id] = append(pointers[t.id], t)
		default:
			values[t.id] = append(values[t.id], t)
		}
	}
	var d *derivation
	for id := range values {
		if len(pointers[id]) == 0 {
			continue
		}
		if d == nil {
			d = c.derived(decl)
		}
		c.markSame(values[id], pointers[id], d)
		c.markSame(pointers[id], values[id], d)
	}
}

// markSame marks the tries of a list that may ask the same error as one of
// others.
func (c *check) markSame(list, others []*try, d *derivation) {
	var vars []*types.Var
	for _, t := range others {
		vars = append(vars, c.variableOf(t.err))
	}
	same := d.same(vars)
	for _, t := range list {
		if v := c.variableOf(t.err); v == nil || same[nil] || same[v] {
			t.mark()
		}
	}
}

// mark notes that the other form is tried as well, in the helper too.
func (t *try) mark() {
	if t.both {
		return
	}
	t.both = true
	if t.asked != nil {
		for _, inner := range t.asked.tries {
			inner.mark()
		}
	}
}

// A derivation says, for the variables that a declaration assigns errors to,
// which variables those errors are made of, and the other way round. nil stands
// for any variable.
type derivation struct{ from, into map[*types.Var][]*types.Var }

func (d *derivation) add(to, from *types.Var) {
	d.from[to] = append(d.from[to], from)
	d.into[from] = append(d.into[from], to)
}

// same returns the variables that may hold the same error as one of vars: the
// same variables, those that their errors are made of, and those whose errors
// are made of theirs. nil is among them if that may be any.
func (d *derivation) same(vars []*types.Var) map[*types.Var]bool {
	same := make(map[*types.Var]bool)
	spread(same, vars, d.from)
	into := make(map[*types.Var]bool)
	spread(into, append(vars, nil), d.into)
	delete(into, nil)
	maps.Copy(same, into)
	return same
}

// spread adds to seen what is reached from vars.
func spread(seen map[*types.Var]bool, vars []*types.Var, edges map[*types.Var][]*types.Var) {
	open := slices.Clone(vars)
	for len(open) > 0 {
		v := open[len(open)-1]
		open = open[:len(open)-1]
		if !seen[v] {
			seen[v] = true
			open = append(open, edges[v]...)
		}
	}
}

// derived returns what the errors are made of that a declaration assigns.
func (c *check) derived(decl inspector.Cursor) *derivation {
	d := &derivation{make(map[*types.Var][]*types.Var), make(map[*types.Var][]*types.Var)}
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.FuncLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if id, ok := l.(*ast.Ident); ok {
					c.derive(d, id, given(n.Rhs, i, len(n.Lhs)))
				}
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				c.derive(d, id, given(n.Values, i, len(n.Names)))
			}
		case *ast.FuncLit: // its parameters may be any error
			if sig, ok := c.info.TypeOf(n).(*types.Signature); ok {
				for p := range sig.Params().Variables() {
					d.add(p, nil)
				}
			}
		}
	}
	return d
}

// given returns the values that the variable at index i of n gets.
func given(values []ast.Expr, i, n int) []ast.Expr {
	if len(values) == n {
		return values[i : i+1]
	}
	return values
}

// derive notes the variables in the expressions that are assigned to one.
func (c *check) derive(d *derivation, id *ast.Ident, values []ast.Expr) {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !isErrorInterface(v.Type()) {
		return
	}
	for _, value := range values {
		ast.Inspect(value, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if source, ok := c.info.Uses[id].(*types.Var); ok && isErrorInterface(source.Type()) {
					d.add(v, source)
				}
			}
			return true
		})
	}
}
