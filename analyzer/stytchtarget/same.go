package stytchtarget

import (
	"go/ast"
	"go/types"

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
	var from map[*types.Var][]*types.Var
	for i, a := range list {
		for _, b := range list[:i] {
			if a.id == "" || a.id != b.id || a.pointer == b.pointer {
				continue
			}
			if from == nil {
				from = c.derived(decl)
			}
			if sameError(c.variableOf(a.err), c.variableOf(b.err), from) {
				a.mark()
				b.mark()
			}
		}
	}
}

// mark notes that the other form is tried as well, in the helper too.
func (t *try) mark() {
	for ; t != nil; t = t.asked {
		t.both = true
	}
}

// sameError reports whether two variables may hold the same error: they are
// the same, one is not known, or one gets its value from the other.
func sameError(a, b *types.Var, from map[*types.Var][]*types.Var) bool {
	if a == nil || b == nil || a == b {
		return true
	}
	return reaches(a, b, from, make(map[*types.Var]bool)) || reaches(b, a, from, make(map[*types.Var]bool))
}

func reaches(a, b *types.Var, from map[*types.Var][]*types.Var, seen map[*types.Var]bool) bool {
	if a == b {
		return true
	}
	if seen[a] {
		return false
	}
	seen[a] = true
	for _, v := range from[a] {
		if v == nil || reaches(v, b, from, seen) {
			return true
		}
	}
	return false
}

// derived returns, for the variables that a declaration assigns errors to, the
// variables that those errors are made of; nil stands for any.
func (c *check) derived(decl inspector.Cursor) map[*types.Var][]*types.Var {
	from := make(map[*types.Var][]*types.Var)
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.FuncLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if id, ok := l.(*ast.Ident); ok {
					c.derive(from, id, n.Rhs)
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				c.derive(from, id, n.Values)
			}
		case *ast.FuncLit: // its parameters may be any error
			if sig, ok := c.info.TypeOf(n).(*types.Signature); ok {
				for p := range sig.Params().Variables() {
					from[p] = append(from[p], nil)
				}
			}
		}
	}
	return from
}

// derive notes the variables in the expressions that are assigned to one.
func (c *check) derive(from map[*types.Var][]*types.Var, id *ast.Ident, values []ast.Expr) {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !isErrorInterface(v.Type()) {
		return
	}
	for _, value := range values {
		ast.Inspect(value, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if source, ok := c.info.Uses[id].(*types.Var); ok && isErrorInterface(source.Type()) {
					from[v] = append(from[v], source)
				}
			}
			return true
		})
	}
}
