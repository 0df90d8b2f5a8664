package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// value returns the node of expression e in frame f, or nil if it can hold no
// code. An expression is evaluated once in each frame.
func (b *builder) value(f *frame, e ast.Expr) *node {
	e = ast.Unparen(e)
	if v := b.variableOf(e); v != nil { // which is not worth remembering
		return b.errorValue(f, e, b.use(f, e.(*ast.Ident), v))
	}
	if n, ok := f.memo.get(e); ok {
		return n
	}
	f.memo.set(e, nil) // a cycle is not well typed; it ends here
	n := b.errorValue(f, e, b.eval(f, e))
	f.memo.set(e, n)
	return n
}

// use returns the node of a variable where it is used.
func (b *builder) use(f *frame, id *ast.Ident, v *types.Var) *node {
	if defs, ok := b.reads[id]; ok {
		return b.reaching(f, v, defs)
	}
	return b.variable(f, v)
}

func (b *builder) eval(f *frame, e ast.Expr) *node {
	tv, ok := b.info.Types[e]
	if !ok {
		return b.unfinished(f, e)
	}
	if tv.IsType() {
		return nil
	}
	if s, ok := library.StringValue(tv.Value); ok {
		n := b.node()
		if s != "" { // the empty code says nothing
			n.labels = fromProgram
			if b.inTest(e) {
				n.labels = fromTest
			}
		}
		n.leaf = b.leafSlab.one()
		*n.leaf = leaf{expr: e, value: s, typed: isCodeType(tv.Type)}
		return n
	}
	if tv.Value != nil {
		return b.constantNumber(e)
	}
	switch e := e.(type) {
	case *ast.CallExpr:
		if results := b.call(f, e); len(results) > 0 {
			return results[0]
		}
		return nil
	case *ast.CompositeLit:
		return b.composite(f, e)
	case *ast.FuncLit:
		return b.funcLit(f, e)
	case *ast.IndexExpr:
		return b.index(f, e)
	}
	t := single(tv.Type)
	if tv.IsNil() || !b.holds(t) {
		return nil
	}
	switch e := e.(type) {
	case *ast.Ident:
		return b.declaredFunc(e)
	case *ast.SelectorExpr:
		return b.selector(f, e)
	case *ast.StarExpr:
		if p := b.value(f, e.X); p != nil {
			return b.elem(p)
		}
	case *ast.UnaryExpr:
		return b.unary(f, e)
	case *ast.SliceExpr:
		x := b.value(f, e.X)
		switch {
		case !isString(b.typeOf(e.X)):
			return x
		case x == nil:
		case e.Low == nil:
			return b.pieceOf(x, Prefix)
		case e.High == nil:
			return b.pieceOf(x, Suffix)
		}
	case *ast.BinaryExpr:
		return b.binary(f, e)
	case *ast.TypeAssertExpr:
		b.asked(f, e.X)
		if library.IsErrorInterface(b.typeOf(e.X)) && !b.isError(t) {
			return b.found(t)
		}
		if x := b.value(f, e.X); x != nil {
			n := b.typedNode(t)
			b.flow(x, n, t)
			return n
		}
	case *ast.IndexListExpr:
		return b.value(f, e.X)
	}
	return b.unknown(t)
}

// declaredFunc returns the node of a function that a name stands for, nil for anything else.
func (b *builder) declaredFunc(id *ast.Ident) *node {
	if fn, ok := b.info.Uses[id].(*types.Func); ok {
		return b.funcValue(fn)
	}
	return nil
}

// funcValue returns a node that holds the declared function fn as a value, or a
// method as the function whose first parameter is the receiver.
func (b *builder) funcValue(fn *types.Func) *node {
	n := b.node()
	if c := b.closureOf(fn); c != nil {
		n.hold(c)
	} else {
		n.labels = fromElsewhere
	}
	return n
}

// closureOf returns what is known of a declared function, or nil.
func (b *builder) closureOf(fn *types.Func) *closure {
	if d := b.decls[fn.Origin()]; d != nil {
		return d.self
	}
	if fact := b.importedFunc(fn); fact != nil {
		return b.importedClosure(fn.Signature(), fact)
	}
	return nil
}

func (b *builder) selector(f *frame, e *ast.SelectorExpr) *node {
	switch obj := b.info.Uses[e.Sel].(type) {
	case *types.Var:
		if n := b.message(obj); n != nil {
			return n
		}
		from, ok := b.labelsOfField(obj)
		if !ok && b.readsStatus(obj) {
			from, ok = fromStatus, true
		}
		if ok {
			n := b.node()
			n.labels = from
			return n
		}
		return b.variable(f, obj)
	case *types.Func:
		if n := b.methodValue(f, e, obj); n != nil {
			return n
		}
		return b.funcValue(obj)
	}
	return b.unknown(b.typeOf(e))
}

// methodValue returns a node that holds x.M, nil if nothing is known of M.
func (b *builder) methodValue(f *frame, e *ast.SelectorExpr, m *types.Func) *node {
	sel := b.info.Selections[e]
	if sel == nil || sel.Kind() != types.MethodVal {
		return nil
	}
	c := b.closureOf(m)
	if c == nil {
		return nil
	}
	b.flow(b.value(f, e.X), c.params[0], b.typeOf(e.X))
	c.linked = true
	n := b.node()
	n.hold(&closure{sig: c.sig, params: c.params[1:], results: c.results, of: c})
	return n
}

func (b *builder) unary(f *frame, e *ast.UnaryExpr) *node {
	switch e.Op {
	case token.AND:
		x := b.value(f, e.X)
		if isErrorPointer(b.typeOf(e)) {
			return b.makePointer(e, b.typeOf(e))
		}
		if x == nil {
			return nil
		}
		p := b.makePointer(e, b.typeOf(e))
		t := b.typeOf(e.X)
		if b.isError(t) && types.IsInterface(t) {
			x.labels |= fromElsewhere // who gets the pointer may replace it
			return p
		}
		b.flow(x, b.elem(p), t)
		if x.leaf == nil && !b.isCodeField(e.X) {
			b.flow(b.storeElem(p), x, t)
		}
		return p
	case token.ARROW:
		if ch := b.value(f, e.X); ch != nil {
			return b.elem(ch)
		}
	}
	return nil
}

// index reads from a container. What a map is indexed with is compared with
// its keys.
func (b *builder) index(f *frame, e *ast.IndexExpr) *node {
	t := b.typeOf(e.X)
	if t == nil {
		return nil
	}
	if _, isFunc := t.Underlying().(*types.Signature); isFunc {
		return b.value(f, e.X) // an instantiated function
	}
	if k := keyType(t); k != nil {
		b.convert(b.typeOf(e.Index), k)
		b.comparesFields(k)
	}
	x := b.value(f, e.X)
	if x == nil || isString(t) {
		return nil
	}
	if keyType(t) != nil {
		b.compare(Equal, b.value(f, e.Index), b.key(x))
		b.looksUp(e.Index, b.key(x))
	}
	if !b.holds(single(b.typeOf(e))) {
		return nil
	}
	if i, ok := b.constantIndex(e); ok {
		if at := b.at(x, t); i < len(at) {
			return at[i]
		}
	}
	if b.picks(e) {
		n := b.typedNode(single(b.typeOf(e)))
		if n.kind == plain {
			n.kind = partial
		}
		b.flow(b.elem(x), n, elemType(t))
		return n
	}
	return b.elem(x)
}

// composite evaluates a composite literal. The values of a struct flow into
// its fields, so only containers have a node.
func (b *builder) composite(f *frame, e *ast.CompositeLit) *node {
	t := b.typeOf(e)
	if t == nil {
		return nil
	}
	left := t
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // &T left out inside a container's literal
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		b.structLit(f, e, s)
		if b.statuses.matter && b.stytch {
			b.written(f, b.statusOfResponse(e))
		}
		if isErrorPointer(left) {
			return b.unknown(left)
		}
		return nil
	}
	b.fakeMap(f, e)
	n := b.node()
	et, kt := elemType(t), keyType(t)
	at := b.at(n, t)
	if len(e.Elts) == 0 {
		switch {
		case kt != nil && b.holds(kt):
			b.edge(b.blank(e, 0), b.key(n))
		case et != nil && b.holds(et):
			b.edge(b.blank(e, 0), b.elem(n))
		}
	}
	for i, elt := range e.Elts {
		var key ast.Expr
		value := elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			key, value = kv.Key, kv.Value
			at = nil // elements with an index are not worth the trouble
		} else if kt != nil {
			key, value = elt, nil // of which the value is not written yet
		}
		if key != nil {
			b.isKey(key)
		}
		if key != nil && kt != nil && b.holds(kt) {
			b.owners[ast.Unparen(key)] = e
			if isCodeType(kt) {
				b.list(key, true)
			}
			k := b.value(f, key)
			b.flow(k, b.key(n), kt)
			b.boundElement(f, key, k, b.key(n))
		}
		if value != nil {
			b.becomes(f, value, et)
		}
		if value == nil || et == nil || !b.holds(et) {
			continue
		}
		b.listElement(value, t)
		to := b.elem(n)
		if i < len(at) {
			to = at[i]
		}
		x := b.value(f, value)
		b.flow(x, to, b.typeOf(value))
		b.boundElement(f, value, x, b.elem(n))
	}
	return n
}

func (b *builder) structLit(f *frame, e *ast.CompositeLit, s *types.Struct) {
	for field, value := range library.Fields(b.info, e, s) {
		b.becomes(f, value, field.Type())
		b.setsError(f, field, value, value, e)
		if b.setsCode(b.value(f, value), field, e, func() bool { return !b.compared[e] && b.answersError(f, e) }) {
			continue
		}
		b.listField(value, field)
		n, to := b.value(f, value), b.variable(f, field)
		b.boundField(f, value, n, to, field)
		if b.keyed.literals[e] && isString(field.Type()) {
			b.keyed.parts, to = put(b.keyed.parts, ast.Unparen(value), true), b.keyField(field)
		}
		b.flow(n, to, b.typeOf(value))
	}
}

// funcLit makes the closure of a function literal and walks its body.
func (b *builder) funcLit(f *frame, e *ast.FuncLit) *node {
	sig, ok := b.typeOf(e).(*types.Signature)
	if !ok {
		return nil
	}
	n := b.node()
	c := b.closure(f, sig)
	b.closures = append(b.closures, c)
	n.hold(c)
	f.memo.set(e, n)
	if !b.searched[e] {
		b.searched[e] = true
		b.findReads(e, e.Body)
	}
	b.walk(f, c, e.Body)
	return n
}
