package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
)

// imported returns what is known of a function of another package, or nil.
func (b *builder) importedFunc(fn *types.Func) *funcFact {
	if fn.Pkg() == nil || fn.Pkg() == b.pass.Pkg || !b.factful[fn.Pkg()] {
		return nil
	}
	fact := b.funcFact(fn.Origin())
	if fact == nil || b.implementedHere(fn) {
		return nil
	}
	return fact
}

// funcFact returns the fact about a function, nil if there is none.
func (b *builder) funcFact(fn *types.Func) *funcFact {
	if b.errors.matter {
		return errorFactOf(b.pass, fn)
	}
	fact := new(funcFact)
	if !b.pass.ImportObjectFact(fn, fact) {
		return nil
	}
	return fact
}

// implementedHere reports whether fn is a method of another package's interface
// that a type of this package implements, so that the facts are not all that is
// in view.
func (b *builder) implementedHere(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	iface, ok := recv.Type().Underlying().(*types.Interface)
	if !ok {
		return false
	}
	scope := b.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if ok && !types.IsInterface(tn.Type()) && types.Implements(types.NewPointer(tn.Type()), iface) {
			return true
		}
	}
	return false
}

// callImported evaluates the call of a function of another package of which
// facts are known.
func (b *builder) callImported(f *frame, call *ast.CallExpr, callee *types.Func, fact *funcFact) []*node {
	b.listArguments(call, callee.Origin().Signature())
	args := b.arguments(f, call)
	sig := callee.Signature()
	if sig.Recv() != nil {
		args = append([]argument{b.receiver(f, call)}, args...)
	}
	c := b.importedClosure(sig, fact)
	b.bind(c, args, call)
	b.boundArguments(f, call, args, sig, c)
	b.openArguments(c, args, fact)
	if len(fact.Expects) > 0 {
		b.passedTo(call, callee)
	}
	return c.results
}

// importedClosure returns a closure that does what a fact says. A receiver is
// its first parameter.
func (b *builder) importedClosure(sig *types.Signature, fact *funcFact) *closure {
	c := b.newClosure(sig)
	c.linked = true
	if recv := sig.Recv(); recv != nil {
		c.params = append(c.params, b.nodeFor(recv.Type()))
	}
	c.params = append(c.params, b.nodesOf(sig.Params())...)
	c.results = b.nodesOf(sig.Results())
	for _, e := range fact.Expects {
		if p := partOf(b, c.params, e.Param, e.Part); p != nil {
			b.expect(p, e)
		}
	}
	for _, s := range fact.Fills {
		if p := partOf(b, c.params, s.Result, whole); p != nil {
			b.supply(b.storeElem(p), s)
		}
	}
	b.callBack(c, fact)
	for _, s := range fact.Sinks {
		b.edge(partOf(b, c.params, s.Param, whole), b.sharedEnd(s))
	}
	for _, m := range fact.Meets {
		b.compare(m.Use, partOf(b, c.params, m.A.Param, m.A.Part), partOf(b, c.params, m.B.Param, m.B.Part))
	}
	for _, r := range fact.Returns {
		if n := partOf(b, c.results, r.Result, whole); n != nil {
			b.holdImported(n, sig.Results().At(r.Result).Type(), &r.Does)
		}
	}
	b.supplyResults(c, sig, fact)
	return c
}

// holdImported lets n, of type t, hold a function that does what a fact says.
func (b *builder) holdImported(n *node, t types.Type, fact *funcFact) {
	if sig, ok := t.Underlying().(*types.Signature); ok {
		n.hold(b.importedClosure(sig, fact))
	}
}

// supplyResults gives the results of c what a fact says, and says of the others
// that they may be anything.
func (b *builder) supplyResults(c *closure, sig *types.Signature, fact *funcFact) {
	known := make(map[int]bool)
	for _, s := range fact.Supplies {
		n := partOf(b, c.results, s.Result, s.Part)
		if n == nil {
			continue
		}
		b.supply(n, s)
		for _, p := range s.Params {
			from := partOf(b, c.params, p.Param, p.Part)
			if b.isError(sig.Results().At(s.Result).Type()) && isString(c.paramType(p.Param)) {
				from = b.textIn(from)
			}
			b.edge(from, n)
		}
		if s.Part == whole {
			known[s.Result] = true
		}
	}
	for _, r := range fact.Returns {
		known[r.Result] = true
	}
	for i, r := range c.results {
		if r == nil {
			continue
		}
		if known[i] {
			b.taintUnknownParts(r, sig.Results().At(i).Type())
		} else if r.elem == nil && r.has().key == nil {
			b.taint(r, sig.Results().At(i).Type(), 0)
		}
	}
}

// callBack calls the functions that are passed to a function of the given
// parameters with what the facts say.
func (b *builder) callBack(c *closure, fact *funcFact) {
	calls := make(map[int]*dynamic)
	supplied := make(map[*node]bool)
	for _, cb := range fact.Calls {
		fun := partOf(b, c.params, cb.Param, whole)
		sig, ok := c.paramType(cb.Param).Underlying().(*types.Signature)
		if fun == nil || !ok || cb.Arg >= sig.Params().Len() {
			continue
		}
		d := calls[cb.Param]
		if d == nil {
			d = b.callOf(fun, sig, nil, b.nodesOf(sig.Params()))
			calls[cb.Param] = d
		}
		p := d.params[cb.Arg]
		if p == nil {
			continue
		}
		supplied[p] = true
		b.supply(p, cb.Value)
		for _, from := range cb.Value.Params {
			b.edge(partOf(b, c.params, from.Param, from.Part), p)
		}
	}
	for _, d := range calls {
		for i, p := range d.params {
			if p != nil && !supplied[p] {
				b.taint(p, d.sig.Params().At(i).Type(), 0)
			}
		}
	}
}

// openArguments says of what arguments point to that it may be written, where
// the facts say so.
func (b *builder) openArguments(c *closure, args []argument, fact *funcFact) {
	for i, a := range args {
		if a.t == nil || !slices.Contains(fact.Writes, min(i, len(c.params)-1)) {
			continue
		}
		if a.n != nil {
			b.taintContents(a.n, a.t)
		}
		b.escapeTarget(a.t)
	}
}

// expect lets n meet what a fact expects of it.
func (b *builder) expect(n *node, e expectation) {
	if e.Use == Built {
		b.built(n, e.Family, false)
		return
	}
	b.compare(e.Use, b.codes(e), n)
}

// taintUnknownParts says of the contents of n of which no fact tells that
// anything may be in them.
func (b *builder) taintUnknownParts(n *node, t types.Type) {
	if e := elemType(t); e != nil && b.holds(e) && n.elem == nil {
		b.taint(b.elem(n), e, 1)
	}
	if k := keyType(t); k != nil && b.holds(k) && n.has().key == nil {
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
	n.labels = labelOf(e.Family)
	if e.Exposed {
		n.labels |= exposed
	}
	b.addConstants(n, e.Except)
	return n
}

// supply gives n the values that a fact tells of.
func (b *builder) supply(n *node, s supply) {
	n.labels |= s.Labels
	if len(s.Majors) > 0 {
		b.errors.majors = put(b.errors.majors, n, s.Majors)
	}
	b.addConstants(n, s.Consts)
}

// addConstants lets constants of another package flow into n.
func (b *builder) addConstants(n *node, values []string) {
	for _, v := range values {
		c := b.node()
		c.labels = fromProgram
		c.leaf = &leaf{value: v}
		b.edge(c, n)
	}
}

// importVariable gives the node of another package's variable or field what is
// known of it. It reports whether anything is.
func (b *builder) importVariable(n *node, v *types.Var) bool {
	if !b.factful[v.Pkg()] || b.errors.matter {
		return false
	}
	fact := new(varFact)
	if !b.pass.ImportObjectFact(v, fact) {
		return false
	}
	n.public = true
	for _, e := range fact.Expects {
		b.expect(b.part(n, e.Part), e)
	}
	for _, s := range fact.Supplies {
		b.supply(b.part(n, s.Part), s)
	}
	for _, s := range fact.Sinks {
		b.edge(n, b.sharedEnd(s))
	}
	switch {
	case fact.Does != nil:
		b.holdImported(n, v.Type(), fact.Does)
	case b.readsStatus(v):
		n.labels |= fromStatus
	case b.isNumber(v.Type()):
		n.labels |= fromNumber
	case n.labels&fromCode == 0:
		n.labels |= fromElsewhere
	}
	b.taintUnknownParts(n, v.Type())
	n.labels |= exposed
	return true
}
