package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"
)

// walk evaluates everything below root in frame f. Return statements in it
// return from c.
func (b *builder) walk(f *frame, c *closure, root ast.Node) {
	ast.Walk(&walker{builder: b, f: f, c: c}, root)
}

// A walker evaluates what it visits.
type walker struct {
	*builder
	f       *frame
	c       *closure
	targets map[*ast.IndexExpr]bool // of assignments: they are not read, but their parts are
	sums    map[ast.Expr]bool       // the operands of others
}

// Visit evaluates n itself; the walk goes on with its parts.
func (w *walker) Visit(n ast.Node) ast.Visitor {
	f := w.f
	switch n := n.(type) {
	case *ast.FuncLit:
		w.value(f, n) // walks its body
		return nil
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			if x, ok := ast.Unparen(l).(*ast.IndexExpr); ok {
				w.targets = put(w.targets, x, true)
			}
		}
		w.assign(f, n)
	case *ast.GenDecl:
		w.declaration(f, n)
		if n.Tok == token.CONST {
			w.mentions(n)
			return nil // constants are looked at where they are used
		}
	case *ast.IncDecStmt:
		w.storeKeyOf(f, n.X)
		w.reckons(f, n.X)
	case *ast.ForStmt:
		w.countingLoop(n)
	case *ast.IfStmt:
		w.expects(f, n)
	case *ast.RangeStmt:
		w.rangeOver(f, n)
	case *ast.ReturnStmt:
		if w.c != nil {
			w.returns(f, w.c, n)
		}
	case *ast.SendStmt:
		w.becomes(f, n.Value, elemType(w.typeOf(n.Chan)))
		if ch := w.value(f, n.Chan); ch != nil {
			w.flow(w.value(f, n.Value), w.storeElem(ch), w.typeOf(n.Value))
		}
	case *ast.SwitchStmt:
		w.switchOn(f, n)
	case *ast.TypeSwitchStmt:
		w.typeSwitch(f, n)
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ {
			w.comparesError(f, n.X, n.Y, false)
			w.equals(f, n)
		}
		if n.Op == token.ADD && w.fakes {
			if !w.sums[n] {
				w.fakeParts(f, w.operands(n))
			}
			w.sums = put(put(w.sums, ast.Unparen(n.X), true), ast.Unparen(n.Y), true)
		}
	case *ast.CallExpr, *ast.CompositeLit:
		w.value(f, n.(ast.Expr))
	case *ast.IndexExpr:
		if !w.targets[n] {
			w.value(f, n)
		}
	case *ast.Ident:
		w.mention(n)
	case *ast.BasicLit:
		w.fakeJSON(n)
	}
	return w
}

// mentions notes the constants that are used below root, and JSON in literals.
func (b *builder) mentions(root ast.Node) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			b.mention(n)
		case *ast.BasicLit:
			b.fakeJSON(n)
		}
		return true
	})
}

// mention notes that a constant is used somewhere.
func (b *builder) mention(id *ast.Ident) {
	if c, ok := b.info.Uses[id].(*types.Const); ok && c.Pkg() == b.pass.Pkg {
		b.used[c] = true
	}
}

func (b *builder) typeOf(e ast.Expr) types.Type { return b.info.TypeOf(e) }

// equals notes what == or != compares.
func (b *builder) equals(f *frame, e *ast.BinaryExpr) {
	if b.isNumber(b.typeOf(e.X)) || b.compareErrors(e.X, e.Y) {
		return
	}
	if t := b.typeOf(e.X); t != nil {
		b.isKey(e.X)
		b.isKey(e.Y)
		b.comparesFields(t)
	}
	first := len(b.comparisons)
	x := b.value(f, e.X)
	b.compare(Equal, x, b.value(f, e.Y))
	if x != nil && b.startsLine(e.Y, e.OpPos) {
		b.compare(Equal, x, b.blank(e, 0)) // what follows may be no part of it
	}
	b.searchedAt(first, e)
}

// compare notes that two values meet.
func (b *builder) compare(use Use, x, y *node) {
	if x != nil && y != nil {
		b.comparisons = append(b.comparisons, comparison{use, x, y})
	}
}

// compareAll notes that two values and their contents meet.
func (b *builder) compareAll(x, y *node) {
	if x == nil || y == nil {
		return
	}
	b.compare(Equal, x, y)
	b.compare(Equal, b.uniform(x.elem), b.uniform(y.elem))
	b.compare(Equal, b.uniform(x.has().key), b.uniform(y.has().key))
}

// uniform returns a node for the contents n of a container.
func (b *builder) uniform(n *node) *node {
	if n == nil {
		return nil
	}
	u := b.node()
	u.kind = uniform
	b.edge(n, u)
	return u
}

func (b *builder) assign(f *frame, s *ast.AssignStmt) {
	if s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
		// A text that is added to is no code any more.
		if t := b.typeOf(s.Lhs[0]); isString(t) {
			n, ok := b.sum(f, s.Lhs[0], s.Rhs...)
			if !ok {
				n = b.unknown(t)
			}
			b.store(f, s.Lhs[0], n, t)
		}
		b.reckons(f, s.Lhs[0])
		b.storeKeyOf(f, s.Lhs[0])
		return
	}
	b.assignAll(f, s.Lhs, s.Rhs)
}

// assignAll assigns a list of expressions to as many targets, or the results
// of one call, or one expression of the comma-ok form.
func (b *builder) assignAll(f *frame, lhs, rhs []ast.Expr) {
	if len(lhs) == len(rhs) {
		for i, r := range rhs {
			n := b.value(f, r)
			b.assigned(f, lhs[i], r)
			b.store(f, lhs[i], n, b.typeOf(r))
			b.becomes(f, r, b.typeOf(lhs[i]))
			b.boundTarget(f, lhs[i], r, n)
		}
		return
	}
	if len(rhs) != 1 {
		return // does not type-check
	}
	call, ok := ast.Unparen(rhs[0]).(*ast.CallExpr)
	if !ok {
		n := b.value(f, rhs[0])
		b.store(f, lhs[0], n, b.typeOf(lhs[0]))
		b.boundTarget(f, lhs[0], rhs[0], n)
		return
	}
	b.noteFound(lhs, call)
	for i, n := range b.call(f, call) {
		if i < len(lhs) {
			b.store(f, lhs[i], n, b.typeOf(lhs[i]))
			b.boundTarget(f, lhs[i], call, n)
		}
	}
}

// store lets the value n, of type t, flow into the target of an assignment.
func (b *builder) store(f *frame, target ast.Expr, n *node, t types.Type) {
	if t == nil {
		t = b.typeOf(target) // the value is not whole yet
	}
	b.convert(t, b.typeOf(target))
	n = b.stored(f, n, target, t)
	switch x := ast.Unparen(target).(type) {
	case *ast.Ident:
		if v := b.variableOf(x); v != nil {
			b.define(f, x, v, n, t)
		}
	case *ast.SelectorExpr:
		v, ok := b.info.Uses[x.Sel].(*types.Var)
		if !ok {
			return
		}
		if b.setsCode(n, v, x, func() bool { return b.renames(f, x.X) }) {
			return
		}
		b.flow(n, b.variable(f, v), t)
	case *ast.IndexExpr:
		m := b.value(f, x.X)
		if m == nil {
			return
		}
		to := b.storeElem(m)
		if i, ok := b.constantIndex(x); ok {
			if at := b.at(m, b.typeOf(x.X)); i < len(at) {
				to = at[i]
			}
		}
		b.flow(n, to, t)
		b.storeKeyOf(f, x)
	case *ast.StarExpr:
		if p := b.value(f, x.X); p != nil {
			b.flow(n, b.storeElem(p), t)
		}
	}
}

// storeKeyOf lets the key of a map's entry that is written flow into the map.
func (b *builder) storeKeyOf(f *frame, target ast.Expr) {
	x, ok := ast.Unparen(target).(*ast.IndexExpr)
	if !ok || keyType(b.typeOf(x.X)) == nil {
		return
	}
	b.isKey(x.Index)
	if isCodeType(keyType(b.typeOf(x.X))) {
		b.list(x.Index, true)
	}
	if m := b.value(f, x.X); m != nil {
		b.flow(b.value(f, x.Index), b.storeKey(m), b.typeOf(x.Index))
	}
}

func (b *builder) declaration(f *frame, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		vs, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		if d.Tok == token.CONST {
			b.declaredCodes(vs)
			continue
		}
		if len(vs.Values) == 0 {
			continue // the zero value is the empty code
		}
		lhs := make([]ast.Expr, len(vs.Names))
		for i, name := range vs.Names {
			lhs[i] = name
		}
		b.assignAll(f, lhs, vs.Values)
	}
}

func (b *builder) rangeOver(f *frame, s *ast.RangeStmt) {
	t := b.typeOf(s.X)
	if t == nil {
		return
	}
	b.loopVariable(s.Key)
	b.visitsKeys(keyType(t))
	x := b.value(f, s.X)
	if x == nil {
		return
	}
	put := func(target ast.Expr, n *node, t types.Type) {
		if target != nil && t != nil && b.holds(t) {
			b.store(f, target, n, t)
		}
	}
	switch u := core(t).(type) {
	case *types.Map:
		put(s.Key, b.key(x), u.Key())
		put(s.Value, b.elem(x), u.Elem())
	case *types.Slice, *types.Array:
		put(s.Value, b.elem(x), elemType(t))
	case *types.Pointer: // to an array
		put(s.Value, b.elem(b.elem(x)), elemType(u.Elem()))
	case *types.Chan:
		put(s.Key, b.elem(x), u.Elem())
	case *types.Signature:
		nodes, of := b.yields(x, u)
		for i, target := range [...]ast.Expr{s.Key, s.Value} {
			if i < of.Len() {
				put(target, nodes[i], of.At(i).Type())
			}
		}
	}
}

// yields returns nodes for what the iterator x yields, and their types: its keys and
// elements, which are known for the iterators of maps and slices, or what a function
// of the program calls the body of the loop with.
func (b *builder) yields(x *node, sig *types.Signature) (nodes []*node, of *types.Tuple) {
	if sig.Params().Len() != 1 {
		return nil, nil
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok {
		return nil, nil
	}
	of = yield.Params()
	switch {
	case x.elem == nil && x.has().key == nil:
		return b.loopBody(x, sig, yield).params, of
	case of.Len() == 1:
		return []*node{b.elem(x)}, of
	}
	return []*node{b.key(x), b.elem(x)}, of
}

// loopBody returns the closure that stands for the body of a loop, and which the
// iterator x is called with.
func (b *builder) loopBody(x *node, iterator, yield *types.Signature) *closure {
	body := &closure{sig: yield, params: b.nodesOf(yield.Params()), results: make([]*node, yield.Results().Len())}
	b.closures = append(b.closures, body)
	n := b.node()
	n.hold(body)
	b.callOf(x, iterator, []argument{{n, iterator.Params().At(0).Type()}}, []*node{n})
	return body
}

func (b *builder) returns(f *frame, c *closure, s *ast.ReturnStmt) {
	if len(s.Results) == 1 && len(c.results) > 1 {
		if call, ok := ast.Unparen(s.Results[0]).(*ast.CallExpr); ok {
			results := b.call(f, call)
			tuple, _ := b.typeOf(call).(*types.Tuple)
			for i, n := range results {
				if i < len(c.results) && tuple != nil && i < tuple.Len() {
					b.returned(c, i, n, b.stored(f, n, call, tuple.At(i).Type()), tuple.At(i).Type())
				}
			}
		}
		return
	}
	for i, r := range s.Results[:min(len(s.Results), len(c.results))] {
		b.convert(b.typeOf(r), c.resultType(i))
		b.becomes(f, r, c.resultType(i))
		n := b.value(f, r)
		b.returned(c, i, n, b.stored(f, n, r, b.typeOf(r)), b.typeOf(r))
		b.boundResult(f, r, n, c.results[i])
	}
}

// returned lets the value n, of type t, flow into the i-th result of c, where it is
// stored, and into the variable of that.
func (b *builder) returned(c *closure, i int, n, stored *node, t types.Type) {
	b.flow(stored, c.results[i], t)
	if i < len(c.named) {
		b.edge(n, c.named[i])
	}
}

func (b *builder) switchOn(f *frame, s *ast.SwitchStmt) {
	if s.Tag == nil || b.compareErrors(s.Tag) {
		return // its cases are conditions
	}
	first := len(b.comparisons)
	defer func() { b.searchedAt(first, s) }()
	tag := b.value(f, s.Tag)
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			b.owners[ast.Unparen(e)] = s
			b.compare(Equal, tag, b.value(f, e))
		}
	}
}

// typeSwitch lets the value flow into the variable that each clause declares.
func (b *builder) typeSwitch(f *frame, s *ast.TypeSwitchStmt) {
	assign, ok := s.Assign.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return
	}
	x, ok := assign.Rhs[0].(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	b.asked(f, x.X)
	n := b.value(f, x.X)
	for _, clause := range s.Body.List {
		if v, ok := b.info.Implicits[clause].(*types.Var); ok {
			b.flow(n, b.variable(f, v), v.Type())
		}
	}
}
