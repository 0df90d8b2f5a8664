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
		for id := range values {
			c.markSame(decl, values[id], pointers[id])
			c.markSame(decl, pointers[id], values[id])
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
func (c *check) markSame(decl inspector.Cursor, list, others []*search) {
	if len(list) == 0 || len(others) == 0 {
		return
	}
	asked := make(map[*types.Var]bool)
	for _, s := range others {
		asked[c.apart(decl, s.err)] = true
	}
	for _, s := range list {
		if v := c.apart(decl, s.err); v == nil || asked[nil] || asked[v] {
			s.mark()
		}
	}
}

// apart returns the variable that holds an error, nil if that may be the error in
// another one, too: it is made of others, or the parameter of a function literal.
func (c *check) apart(decl inspector.Cursor, err ast.Expr) *types.Var {
	v := c.variableOf(err)
	if v == nil || v.IsField() {
		return v
	}
	if fn := c.declared(decl); fn != nil && index(fn.Signature().Params(), v) >= 0 && len(c.record(decl).sets[v]) == 0 {
		return v
	}
	values := c.valuesOf(v)
	if values.open {
		return nil
	}
	for _, from := range values.list {
		for n := range ast.Preorder(from.expr) {
			if id, ok := n.(*ast.Ident); ok && c.isError(id) && c.info.Uses[id] != v {
				return nil
			}
		}
	}
	return v
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
