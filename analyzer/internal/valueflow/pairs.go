package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
)

// A Pair is what gets to the two ends of a sink by one call, literal or statement.
// Either may be missing.
type Pair struct {
	ID, Secret Operand
	// Over is the side that replaces what was beside the other one, nil if none does.
	Over ast.Expr
}

// OnPath says that the pair is what variables hold on one path to the sink.
func (p Pair) OnPath() bool { return p.ID.Object == nil && p.Secret.Object == nil }

// An Operand is an expression and what it may be.
type Operand struct {
	Expr   ast.Expr
	Object types.Object // the parameter or field that it becomes; nil for a variable or result
	Texts  Texts

	n, to *node
}

// operand returns what a binding brings.
func (b *builder) operand(x *binding) Operand {
	return Operand{x.expr, x.object, b.texts(x.n), x.n, x.to}
}

// A place is what bindings have in common that belong together.
type place struct {
	node  ast.Node
	base  holder // whose fields are set by the statements of a block
	frame *frame
}

// places returns the places that x has, the innermost first: the calls and literals
// around it, or the statement and the block.
func (b *builder) places(x *binding) []place {
	if x.within != nil {
		return []place{{node: x.within, frame: x.frame}}
	}
	c, ok := b.cursor(x.at)
	if !ok {
		return nil
	}
	assigned := x.at != x.expr
	var base holder
	if sel, ok := ast.Unparen(x.at).(*ast.SelectorExpr); ok && assigned {
		if base = b.holderOf(sel.X); base.v == nil {
			return nil
		}
	}
	var list []place
	for p := range c.Enclosing() {
		switch n := p.Node().(type) {
		case *ast.CallExpr, *ast.CompositeLit:
			if n != x.at && !b.isConversion(n) {
				list = append(list, place{node: n, frame: x.frame})
			}
		case *ast.KeyValueExpr:
			if lit, ok := p.Parent().Node().(*ast.CompositeLit); ok && keyType(b.typeOf(lit)) != nil {
				list = append(list, place{node: n, frame: x.frame})
			}
		case *ast.ReturnStmt:
			if x.object == nil {
				list = append(list, place{node: n, frame: x.frame})
			}
			return list
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			if assigned {
				list = append(list, place{n, base, x.frame})
			}
			return list
		case *ast.AssignStmt:
			if !assigned {
				return list
			}
			list = append(list, place{node: n, frame: x.frame})
		case *ast.DeclStmt, *ast.ExprStmt, *ast.IfStmt:
			if !assigned {
				return list
			}
		case ast.Stmt, *ast.FuncLit, ast.Decl:
			return list
		}
	}
	return list
}

// sides returns what gets to the ends of those sinks that matter, by role.
func (b *builder) sides(matters func(*sink) bool) map[*sink]*[2][]*binding {
	bindings := make(map[*sink]*[2][]*binding)
	for _, n := range b.nodes {
		for s, role := range b.sinks.roles[n] {
			if !matters(s) {
				continue
			}
			if bindings[s] == nil {
				bindings[s] = new([2][]*binding)
			}
			bindings[s][role] = append(bindings[s][role], b.sinks.bindings[n]...)
		}
	}
	return bindings
}

// A matcher finds the bindings that belong together. It remembers what it asked.
type matcher struct {
	*builder
	placed   map[*binding][]place
	operands map[*binding]Operand
}

func (m *matcher) places(x *binding) []place {
	list, ok := m.placed[x]
	if !ok {
		list = m.builder.places(x)
		m.placed[x] = list
	}
	return list
}

func (m *matcher) operand(x *binding) Operand {
	o, ok := m.operands[x]
	if !ok {
		o = m.builder.operand(x)
		m.operands[x] = o
	}
	return o
}

// match returns the pairs of bindings that have a place in common, if each has
// but one partner there. For a sink that is not in view, the others count, too.
func (m *matcher) match(s *sink, ids, secrets []*binding) []Pair {
	type partner struct {
		secret *binding
		direct bool
	}
	at := make(map[place][]partner)
	for _, x := range secrets {
		for i, p := range m.places(x) {
			at[p] = append(at[p], partner{x, i == 0})
		}
	}
	// The arguments of one call belong together, whatever stands in them.
	partnerOf := func(id *binding) *binding {
		for i, common := range m.places(id) {
			list := at[common]
			if i == 0 {
				if direct := slices.DeleteFunc(slices.Clone(list), func(y partner) bool { return !y.direct }); len(direct) > 0 {
					list = direct
				}
			}
			switch {
			case common.node == s.call || len(list) > 1:
				return nil
			case len(list) == 1:
				return list[0].secret
			}
		}
		return nil
	}
	var pairs []Pair
	taken := make(map[*binding]bool)
	for _, id := range ids {
		if secret := partnerOf(id); secret != nil {
			taken[secret] = true
			pairs = append(pairs, Pair{ID: m.operand(id), Secret: m.operand(secret)})
		} else if s.call == nil {
			pairs = append(pairs, Pair{ID: m.operand(id)})
		}
	}
	for _, secret := range secrets {
		if s.call == nil && !taken[secret] {
			pairs = append(pairs, Pair{Secret: m.operand(secret)})
		}
	}
	return pairs
}
