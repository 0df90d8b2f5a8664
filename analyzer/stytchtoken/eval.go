package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// eval returns the value of an expression; 0 if it has none.
func (w *walker) eval(e ast.Expr) value {
	if vs := w.evalAll(e); len(vs) > 0 {
		return vs[0]
	}
	return 0
}

// evalAll returns the values of an expression: several for a call with several
// results.
func (w *walker) evalAll(e ast.Expr) []value {
	e = ast.Unparen(e)
	if tv := w.info.Types[e]; tv.Value != nil {
		return []value{w.t.constant(tv.Value)}
	}
	if call, ok := e.(*ast.CallExpr); ok {
		return w.call(call)
	}
	return []value{w.expr(e)}
}

// expr returns the value of an expression that is no call.
func (w *walker) expr(e ast.Expr) value {
	switch e := e.(type) {
	case *ast.Ident:
		return w.object(w.info.ObjectOf(e))
	case *ast.SelectorExpr:
		return w.selector(e)
	case *ast.StarExpr:
		obj, typ := w.eval(e.X), typeOf(w.info, e)
		if isAggregate(typ) {
			return obj
		}
		return w.load(slot{obj: obj, name: "*"}, typ)
	case *ast.UnaryExpr:
		return w.unary(e)
	case *ast.BinaryExpr:
		return w.binary(e)
	case *ast.IndexExpr:
		if tv := w.info.Types[e.Index]; tv.IsType() {
			return w.eval(e.X)
		}
		obj, idx := w.eval(e.X), w.eval(e.Index)
		return w.load(slot{obj: obj, name: "[]", idx: idx}, typeOf(w.info, e))
	case *ast.IndexListExpr:
		return w.eval(e.X)
	case *ast.SliceExpr:
		args := []value{w.eval(e.X)}
		for _, x := range [...]ast.Expr{e.Low, e.High, e.Max} {
			var v value
			if x != nil {
				v = w.eval(x)
			}
			args = append(args, v)
		}
		if e.Low == nil && e.High == nil {
			return args[0]
		}
		return w.t.pure("[:]", args...)
	case *ast.TypeAssertExpr:
		x, typ := w.eval(e.X), typeOf(w.info, e)
		if b, ok := typ.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
			return x // the same text
		}
		return w.t.of(key{kind: kAssert, a: x, str: typ.String()})
	case *ast.CompositeLit:
		return w.composite(e)
	case *ast.FuncLit:
		return w.t.of(key{kind: kLiteral, pos: e.Pos()})
	}
	return w.opaque(e)
}

// opaque returns a value of which nothing is known.
func (w *walker) opaque(e ast.Expr) value {
	v := w.t.site(e.Pos(), "value")
	w.s.forget(w.t, v)
	return v
}

// object returns the value of what a name stands for.
func (w *walker) object(obj types.Object) value {
	switch obj := obj.(type) {
	case *types.Var:
		return w.loadVar(obj)
	case *types.Nil:
		return w.t.null()
	case *types.Func:
		return w.t.of(key{kind: kFunc, obj: obj.Origin()})
	}
	return 0
}

// selector returns the value of x.f.
func (w *walker) selector(e *ast.SelectorExpr) value {
	sel := w.info.Selections[e]
	if sel == nil {
		return w.object(w.info.Uses[e.Sel])
	}
	switch sel.Kind() {
	case types.FieldVal:
		obj, name := w.owner(e, sel)
		return w.load(slot{obj: obj, name: name}, sel.Type())
	case types.MethodExpr:
		return w.object(sel.Obj())
	case types.MethodVal:
		return w.t.of(key{kind: kFunc, obj: sel.Obj().(*types.Func).Origin(), a: w.receiver(e, sel)})
	}
	return 0
}

// owner returns the object that a field selector reads from or writes to, and
// the field's name. Embedded fields are followed.
func (w *walker) owner(e *ast.SelectorExpr, sel *types.Selection) (obj value, name string) {
	return w.walkPath(w.eval(e.X), sel.Recv(), sel.Index(), e.Sel.Name)
}

// receiver returns the object that a method is called on.
func (w *walker) receiver(e *ast.SelectorExpr, sel *types.Selection) value {
	obj := w.eval(e.X)
	if len(sel.Index()) > 1 {
		owner, name := w.walkPath(obj, sel.Recv(), sel.Index()[:len(sel.Index())-1], "")
		return w.load(slot{obj: owner, name: name}, nil)
	}
	return obj
}

// walkPath follows the fields of a path but for the last one.
func (w *walker) walkPath(obj value, typ types.Type, path []int, last string) (owner value, name string) {
	for i, n := range path {
		if p, ok := typ.Underlying().(*types.Pointer); ok {
			typ = p.Elem()
		}
		s, ok := typ.Underlying().(*types.Struct)
		if !ok || n >= s.NumFields() {
			return obj, last
		}
		f := s.Field(n)
		if i == len(path)-1 {
			return obj, f.Name()
		}
		obj = w.load(slot{obj: obj, name: f.Name()}, f.Type())
		typ = f.Type()
	}
	return obj, last
}

// unary returns the value of an operation on one operand.
func (w *walker) unary(e *ast.UnaryExpr) value {
	switch e.Op {
	case token.AND:
		return w.address(ast.Unparen(e.X))
	case token.NOT:
		return w.not(w.eval(e.X))
	case token.ARROW:
		w.eval(e.X)
		return w.opaque(e)
	}
	return w.t.pure(e.Op.String(), w.eval(e.X))
}

// address returns a pointer to what an expression stands for.
func (w *walker) address(e ast.Expr) value {
	if isAggregate(typeOf(w.info, e)) {
		return w.eval(e)
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := w.info.ObjectOf(e).(*types.Var); ok {
			return w.t.storage(v)
		}
	case *ast.SelectorExpr:
		if sel := w.info.Selections[e]; sel != nil && sel.Kind() == types.FieldVal {
			obj, name := w.owner(e, sel)
			return w.t.of(key{kind: kAddr, a: obj, str: name})
		}
		if v, ok := w.info.Uses[e.Sel].(*types.Var); ok {
			return w.t.storage(v)
		}
	case *ast.IndexExpr:
		return w.t.of(key{kind: kAddr, a: w.eval(e.X), b: w.eval(e.Index), str: "[]"})
	}
	return w.eval(e)
}

// binary returns the value of an operation on two operands. The second operand
// of && and || is evaluated only where it would be.
func (w *walker) binary(e *ast.BinaryExpr) value {
	x := w.eval(e.X)
	switch e.Op {
	case token.LAND, token.LOR:
		stop := e.Op == token.LOR
		known, ok := w.truth(x)
		if ok {
			w.scrutinize(x, known)
		} else {
			known = stop == (w.choose(2) == 0)
			w.assume(x, known)
		}
		if known == stop {
			return w.t.boolean(stop)
		}
		return w.eval(e.Y)
	case token.EQL:
		return w.compared(e, x, w.eval(e.Y))
	case token.NEQ:
		return w.not(w.compared(e, x, w.eval(e.Y)))
	}
	y := w.eval(e.Y)
	switch e.Op {
	case token.GEQ:
		return w.not(w.less(x, y))
	case token.GTR:
		return w.less(y, x)
	case token.LEQ:
		return w.not(w.less(y, x))
	case token.LSS:
		return w.less(x, y)
	case token.ADD, token.SUB:
		return w.sum(x, y, e.Op, e.OpPos)
	}
	return w.t.of(key{kind: kBinary, a: x, b: y, str: e.Op.String()})
}

// composite returns the value of a composite literal.
func (w *walker) composite(e *ast.CompositeLit) value {
	type part struct {
		at  slot
		v   value
		typ types.Type
	}
	var parts []part
	typ := typeOf(w.info, e)
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	s, _ := typ.Underlying().(*types.Struct)
	for i, elt := range e.Elts {
		var p part
		kv, keyed := elt.(*ast.KeyValueExpr)
		switch {
		case s != nil && keyed:
			if id, ok := kv.Key.(*ast.Ident); ok {
				p.at.name = id.Name
			}
			p.v, p.typ = w.eval(kv.Value), typeOf(w.info, kv.Value)
		case s != nil && i < s.NumFields():
			p.at.name = s.Field(i).Name()
			p.v, p.typ = w.eval(elt), s.Field(i).Type()
		case s == nil && keyed:
			p.at.name, p.at.idx = "[]", w.eval(kv.Key)
			p.v, p.typ = w.eval(kv.Value), typeOf(w.info, kv.Value)
		case s == nil:
			p.at.name, p.at.idx = "[]", w.t.of(key{kind: kConst, str: index(i)})
			p.v, p.typ = w.eval(elt), typeOf(w.info, elt)
		default:
			continue
		}
		parts = append(parts, p)
	}
	if library.KindOf(typ).Is(library.Final) && len(parts) == 1 {
		return w.t.of(key{kind: kPermanent, a: parts[0].v})
	}
	obj := w.t.of(key{kind: kAlloc, pos: e.Lbrace})
	w.s.forget(w.t, obj)
	for _, p := range parts {
		p.at.obj = obj
		if p.v != 0 && w.t.mentions(p.v, obj) {
			p.v = 0
		}
		w.store(p.at, p.v, p.typ)
	}
	return obj
}

// tuple returns n values of an expression: the results of a call, or the value
// and whether there is one.
func (w *walker) tuple(e ast.Expr, n int) []value {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		return w.call(call)
	}
	v := w.eval(e)
	var ok value
	switch x := e.(type) {
	case *ast.TypeAssertExpr:
		ok = w.asserted(w.eval(x.X), typeOf(w.info, x.Type))
	case *ast.IndexExpr:
		at := slot{obj: w.eval(x.X), name: "[]", idx: w.eval(x.Index)}
		if _, has := w.s.slots[at]; has {
			ok = w.t.boolean(true)
		} else {
			ok = w.t.pure("has", v)
		}
	default:
		ok = w.t.site(e.Pos(), "ok")
		w.s.forget(w.t, ok)
	}
	return []value{v, ok}[:min(n, 2)]
}

// nameOf returns the name of a function as the tables of this package have it:
// with the path of its package, without a major version, and the receiver's
// type.
func nameOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return fn.Name()
	}
	name := library.Path(fn.Pkg().Path()) + "."
	if recv := fn.Signature().Recv(); recv != nil {
		name += typeName(recv.Type()) + "."
	}
	return name + fn.Name()
}

// typeName returns the name of the type that t is or points to.
func typeName(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}
