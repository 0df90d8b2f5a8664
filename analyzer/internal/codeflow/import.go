package codeflow

import (
	"go/ast"
	"go/types"
)

// imported returns what is known of a function of another package, or nil.
func (b *builder) importedFunc(fn *types.Func) *funcFact {
	if fn.Pkg() == nil || fn.Pkg() == b.pass.Pkg || !b.factful[fn.Pkg()] {
		return nil
	}
	fact := new(funcFact)
	if !b.pass.ImportObjectFact(fn.Origin(), fact) {
		return nil
	}
	return fact
}

// callImported evaluates the call of a function of another package of which
// facts are known.
func (b *builder) callImported(f *frame, call *ast.CallExpr, callee *types.Func, fact *funcFact) []*node {
	args := b.arguments(f, call)
	sig := callee.Signature()
	if sig.Recv() != nil {
		args = append([]argument{b.receiver(f, call)}, args...)
	}
	c := &closure{variadic: sig.Variadic()}
	if recv := sig.Recv(); recv != nil {
		c.params = append(c.params, b.nodeFor(recv.Type()))
	}
	c.params = append(c.params, b.nodesOf(sig.Params())...)
	b.bind(c, args, call.Ellipsis.IsValid())

	for _, e := range fact.Expects {
		if p := partOf(b, c.params, e.Param, e.Part); p != nil {
			b.compare(e.Use, b.codes(e), p)
			b.passedTo(call, callee)
		}
	}
	for _, m := range fact.Meets {
		b.compare(m.Use, partOf(b, c.params, m.A.Param, m.A.Part), partOf(b, c.params, m.B.Param, m.B.Part))
	}
	known := make(map[int]bool)
	results := b.nodesOf(sig.Results())
	for _, s := range fact.Supplies {
		n := partOf(b, results, s.Result, s.Part)
		if n == nil {
			continue
		}
		b.supply(n, s)
		for _, p := range s.Params {
			b.edge(partOf(b, c.params, p.Param, p.Part), n)
		}
		if s.Part == whole {
			known[s.Result] = true
		}
	}
	for i, r := range results {
		if r == nil {
			continue
		}
		if known[i] {
			b.taintUnknownParts(r, sig.Results().At(i).Type())
		} else if r.elem == nil && r.key == nil {
			b.taint(r, sig.Results().At(i).Type(), 0)
		}
	}
	return results
}

// taintUnknownParts says of the contents of n of which no fact tells that
// anything may be in them.
func (b *builder) taintUnknownParts(n *node, t types.Type) {
	if e := elemType(t); e != nil && b.holds(e) && n.elem == nil {
		b.taint(b.elem(n), e, 1)
	}
	if k := keyType(t); k != nil && b.holds(k) && n.key == nil {
		b.taint(b.key(n), k, 1)
	}
}

// partOf returns a part of one of the nodes, nil if there is none.
func partOf(b *builder, nodes []*node, i int, p part) *node {
	if i >= len(nodes) || nodes[i] == nil {
		return nil
	}
	return b.part(nodes[i], p)
}

func (b *builder) part(n *node, p part) *node {
	switch p {
	case elems:
		return b.elem(n)
	case keys:
		return b.key(n)
	default:
		return n
	}
}

// nodeFor returns a fresh node for values of type t, nil if those can hold no
// code.
func (b *builder) nodeFor(t types.Type) *node {
	if !b.holds(t) {
		return nil
	}
	return b.typedNode(t)
}

// codes returns a node that stands for the codes of an expectation.
func (b *builder) codes(e expectation) *node {
	n := b.node()
	n.src = sourceOf(e.Family)
	b.addConstants(n, e.Except)
	return n
}

// supply gives n the values that a fact tells of.
func (b *builder) supply(n *node, s supply) {
	n.src |= s.Source
	b.addConstants(n, s.Consts)
}

// addConstants lets constants of another package flow into n.
func (b *builder) addConstants(n *node, values []string) {
	for _, v := range values {
		c := b.node()
		c.src = fromProgram
		c.leaf = &leaf{value: v}
		b.edge(c, n)
	}
}

// importVariable gives the node of another package's variable or field what is
// known of it. It reports whether anything is.
func (b *builder) importVariable(n *node, v *types.Var) bool {
	if !b.factful[v.Pkg()] {
		return false
	}
	fact := new(varFact)
	if !b.pass.ImportObjectFact(v, fact) {
		return false
	}
	for _, e := range fact.Expects {
		b.compare(e.Use, b.codes(e), b.part(n, e.Part))
	}
	for _, s := range fact.Supplies {
		b.supply(b.part(n, s.Part), s)
	}
	if n.src&fromCode == 0 {
		n.src |= fromForeign
	}
	b.taintUnknownParts(n, v.Type())
	n.src |= exposed
	return true
}
