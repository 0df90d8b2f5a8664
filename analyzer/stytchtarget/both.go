package stytchtarget

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/report"
)

// pair marks the searches of a declaration that look for a pointer and those that look
// for a value, where they may ask the same error.
func (c *check) pair() {
	for _, decl := range c.order {
		values, pointers := make(map[string][]*search), make(map[string][]*search)
		for _, s := range c.searches[decl] {
			switch {
			case s.id == "":
			case s.pointer:
				pointers[s.id] = append(pointers[s.id], s)
			default:
				values[s.id] = append(values[s.id], s)
			}
		}
		var same *classes
		for id := range values {
			if len(pointers[id]) == 0 {
				continue
			}
			if same == nil {
				same = c.classesIn(decl)
			}
			c.markSame(values[id], pointers[id], same)
			c.markSame(pointers[id], values[id], same)
		}
	}
	for _, list := range c.searches {
		for _, s := range list {
			c.habits.Both = c.habits.Both || s.both && s.name != nil && !report.InTest(c.pass, s.at.Pos())
		}
	}
}

// markSame marks the searches of a list that may ask the same error as one of
// others.
func (c *check) markSame(list, others []*search, same *classes) {
	asked := make(map[*types.Var]bool)
	for _, s := range others {
		asked[same.of(c.variableOf(s.err))] = true
	}
	unknown := same.of(nil)
	for _, s := range list {
		if v := same.of(c.variableOf(s.err)); v == unknown || asked[unknown] || asked[v] {
			s.mark()
		}
	}
}

// mark notes that the other form is looked for as well, in the helper too.
func (s *search) mark() {
	if s.both {
		return
	}
	s.both = true
	if s.asked != nil {
		for _, inner := range s.asked.searches {
			inner.mark()
		}
	}
}

// Classes of variables may hold the same error, or errors that are made of each other.
// nil stands for any variable.
type classes struct{ parent map[*types.Var]*types.Var }

func (s *classes) of(v *types.Var) *types.Var {
	for {
		up, ok := s.parent[v]
		if !ok {
			return v
		}
		if next, ok := s.parent[up]; ok {
			s.parent[v] = next // the way is shorter next time
		}
		v = up
	}
}

func (s *classes) join(v, w *types.Var) {
	if v, w = s.of(v), s.of(w); v != w {
		s.parent[v] = w
	}
}

// classesIn returns the classes of the variables to which a declaration assigns errors.
func (c *check) classesIn(decl inspector.Cursor) *classes {
	s := &classes{make(map[*types.Var]*types.Var)}
	for cur := range decl.Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.FuncLit)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if id, ok := l.(*ast.Ident); ok {
					c.derive(s, id, given(n.Rhs, i, len(n.Lhs)))
				}
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				c.derive(s, id, given(n.Values, i, len(n.Names)))
			}
		case *ast.FuncLit: // its parameters may be any error
			if sig, ok := c.info.TypeOf(n).(*types.Signature); ok {
				for p := range sig.Params().Variables() {
					s.join(p, nil)
				}
			}
		}
	}
	return s
}

// given returns the values that the variable at index i of n gets.
func given(values []ast.Expr, i, n int) []ast.Expr {
	if len(values) == n {
		return values[i : i+1]
	}
	return values
}

// derive joins a variable that errors are assigned to with those in the expressions.
func (c *check) derive(s *classes, id *ast.Ident, values []ast.Expr) {
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !c.isError(id) {
		return
	}
	for _, value := range values {
		ast.Inspect(value, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if from, ok := c.info.Uses[id].(*types.Var); ok && c.isError(id) {
					s.join(v, from)
				}
			}
			return true
		})
	}
}
