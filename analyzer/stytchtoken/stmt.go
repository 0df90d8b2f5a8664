package stytchtoken

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// exec runs a statement, or an expression that a statement holds.
func (w *walker) exec(n ast.Node) {
	switch n := n.(type) {
	case *ast.ExprStmt:
		if s, ok := w.fn.clauses[n].(*ast.TypeSwitchStmt); ok {
			w.keepTag(s, n.X)
			return
		}
		w.evalAll(n.X)
	case *ast.SendStmt:
		w.eval(n.Chan)
		w.eval(n.Value)
	case *ast.GoStmt:
		w.arguments(n.Call)
	case *ast.DeferStmt:
		w.arguments(n.Call)
	case *ast.IncDecStmt:
		w.step(n)
	case *ast.AssignStmt:
		if s, ok := w.fn.clauses[n].(*ast.TypeSwitchStmt); ok {
			w.keepTag(s, n.Rhs[0])
			return
		}
		w.assignment(n)
	case *ast.ValueSpec:
		w.spec(n)
	case *ast.ReturnStmt:
		w.ret(n)
	case ast.Expr:
		switch s := w.fn.clauses[n].(type) {
		case *ast.SwitchStmt:
			w.store(tagOf(w.t, s), w.eval(n), nil)
		case *ast.RangeStmt:
			at := tagOf(w.t, s)
			w.store(at, w.eval(n), nil)
			at.name = "round"
			delete(w.s.slots, at)
		default:
			w.eval(n)
		}
	}
}

// keepTag keeps what a type switch looks at.
func (w *walker) keepTag(s *ast.TypeSwitchStmt, e ast.Expr) {
	if a, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		w.store(tagOf(w.t, s), w.eval(a.X), nil)
	}
}

// typeCase goes on from a test of a type switch.
func (w *walker) typeCase(clause ast.Stmt) {
	w.s.next = w.choose(2)
	s, _ := w.fn.clauses[clause].(*ast.TypeSwitchStmt)
	cc, ok := clause.(*ast.CaseClause)
	if s == nil || !ok {
		return
	}
	x := w.load(tagOf(w.t, s), nil)
	api, null := len(cc.List) > 0, false
	for _, e := range cc.List {
		_, is := sdk.ErrorType(typeOf(w.info, e))
		api = api && is
		null = null || w.info.Types[e].IsNil()
	}
	switch {
	case null && len(cc.List) == 1:
		w.assume(w.equal(x, w.t.null()), w.s.next == 0)
	case api:
		w.assume(w.t.of(key{kind: kAPI, a: x}), w.s.next == 0)
	default:
		w.scrutinize(w.t.of(key{kind: kAssert, a: x}), true)
	}
	if v, ok := w.info.Implicits[cc].(*types.Var); ok && w.s.next == 0 {
		w.storeVar(v, x)
		if isAggregate(v.Type()) {
			w.s.roots[w.t.storage(v)] = w.t.of(key{kind: kAssert, a: x, str: "value"})
		}
	}
}

// assignment runs an assignment or a short declaration.
func (w *walker) assignment(n *ast.AssignStmt) {
	if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
		x, y := w.eval(n.Lhs[0]), w.eval(n.Rhs[0])
		switch n.Tok {
		case token.ADD_ASSIGN:
			x = w.sum(x, y, token.ADD, n.TokPos)
		case token.SUB_ASSIGN:
			x = w.sum(x, y, token.SUB, n.TokPos)
		default:
			x = w.t.site(n.TokPos, n.Tok.String())
			w.s.forget(w.t, x)
		}
		w.assign(n.Lhs[0], x)
		return
	}
	var vs []value
	if len(n.Lhs) == len(n.Rhs) {
		for _, e := range n.Rhs {
			vs = append(vs, w.eval(e))
		}
	} else {
		vs = w.tuple(n.Rhs[0], len(n.Lhs))
	}
	for i, e := range n.Lhs {
		if i < len(vs) {
			w.assign(e, vs[i])
		}
	}
}

// assign stores a value where an expression says.
func (w *walker) assign(to ast.Expr, v value) {
	typ := typeOf(w.info, to)
	switch to := ast.Unparen(to).(type) {
	case *ast.Ident:
		if to.Name == "_" {
			return
		}
		if obj, ok := w.info.ObjectOf(to).(*types.Var); ok {
			w.storeVar(obj, v)
		}
	case *ast.SelectorExpr:
		if sel := w.info.Selections[to]; sel != nil {
			obj, name := w.owner(to, sel)
			w.store(slot{obj: obj, name: name}, v, typ)
		} else if obj, ok := w.info.Uses[to.Sel].(*types.Var); ok {
			w.storeVar(obj, v)
		}
	case *ast.StarExpr:
		w.store(slot{obj: w.eval(to.X), name: "*"}, v, typ)
	case *ast.IndexExpr:
		obj, idx := w.eval(to.X), w.eval(to.Index)
		if w.t.kind(idx) != kConst {
			w.havoc(obj, to.Pos())
		}
		w.store(slot{obj: obj, name: "[]", idx: idx}, v, typ)
	}
}

// spec runs a declaration.
func (w *walker) spec(n *ast.ValueSpec) {
	var vs []value
	switch {
	case len(n.Values) == len(n.Names):
		for _, e := range n.Values {
			vs = append(vs, w.eval(e))
		}
	case len(n.Values) > 0:
		vs = w.tuple(n.Values[0], len(n.Names))
	}
	for i, name := range n.Names {
		v, ok := w.info.Defs[name].(*types.Var)
		switch {
		case !ok:
		case i < len(vs):
			w.storeVar(v, vs[i])
		default:
			w.declare(v, name.Pos())
		}
	}
}

// declare gives a variable its zero value.
func (w *walker) declare(v *types.Var, pos token.Pos) {
	if isAggregate(v.Type()) {
		fresh := w.t.of(key{kind: kAlloc, pos: pos})
		w.s.forget(w.t, fresh)
		w.copyInto(w.t.storage(v), fresh)
		return
	}
	w.storeVar(v, w.t.zero(v.Type()))
}

// step runs x++ or x--.
func (w *walker) step(n *ast.IncDecStmt) {
	op := token.ADD
	if n.Tok == token.DEC {
		op = token.SUB
	}
	w.assign(n.X, w.sum(w.eval(n.X), w.t.constant(constant.MakeInt64(1)), op, n.TokPos))
}

// sum returns the sum of two values, or their difference. Small numbers are
// counted, so that loops which begin in another way than they go on are
// understood; any number beyond them is one that is not known.
func (w *walker) sum(x, y value, op token.Token, pos token.Pos) value {
	a, okX := w.number(x)
	b, okY := w.number(y)
	if op == token.SUB {
		b = -b
	}
	switch n := a + b; {
	case okX && okY && -1 <= n && n <= max(maxCount, a):
		return w.t.constant(constant.MakeInt64(n))
	case okY && b > 0 && (okX && a >= 0 || w.t.kind(x) == kCounter):
		return w.counter(pos)
	case okX || w.t.kind(x) == kCounter || w.t.kind(x) == kSite:
		// Another round makes it another one.
		v := w.t.site(pos, "sum")
		w.s.forget(w.t, v)
		return v
	}
	return w.t.of(key{kind: kBinary, a: x, b: y, str: op.String()})
}

// maxCount is the last number that is counted.
const maxCount = 2

// counter returns a new number above maxCount.
func (w *walker) counter(pos token.Pos) value {
	v := w.t.of(key{kind: kCounter, pos: pos})
	w.s.forget(w.t, v)
	return v
}

// number returns the integer that a value is.
func (w *walker) number(v value) (int64, bool) {
	if k := w.t.keys[v]; k.kind == kConst {
		i, err := strconv.ParseInt(k.str, 10, 32)
		return i, err == nil
	}
	return 0, false
}

// round begins a round of a range loop: its variables are new.
func (w *walker) round(loop *ast.RangeStmt) {
	fresh := func(name string) value {
		v := w.t.site(loop.Pos(), name)
		w.s.forget(w.t, v)
		return v
	}
	if loop.Key != nil {
		k := fresh("key")
		if b, ok := typeOf(w.info, loop.Key).Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 && counted(typeOf(w.info, loop.X)) {
			k = w.countRound(loop)
		}
		w.assign(loop.Key, k)
	}
	if loop.Value != nil {
		w.assign(loop.Value, fresh("value"))
	}
}

// counted reports whether a loop over a value of type t counts its rounds.
func counted(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Basic:
		return u.Info()&types.IsInteger != 0
	}
	return false
}

// countRound returns the number of the round that begins.
func (w *walker) countRound(loop *ast.RangeStmt) value {
	at := tagOf(w.t, loop)
	at.name = "round"
	k := w.counter(loop.Pos())
	last, ok := w.s.slots[at]
	if i, is := w.number(last); !ok || is && i < maxCount {
		if ok {
			i++
		}
		k = w.t.constant(constant.MakeInt64(i))
	}
	w.s.slots[at] = k
	return k
}

// ret runs a return statement.
func (w *walker) ret(n *ast.ReturnStmt) {
	results := w.fn.sig.Results()
	vs := make([]value, 0, results.Len())
	switch {
	case len(n.Results) == results.Len():
		for _, e := range n.Results {
			vs = append(vs, w.eval(e))
		}
	case len(n.Results) == 1:
		vs = append(vs, w.tuple(n.Results[0], results.Len())...)
	case len(n.Results) == 0:
		for v := range results.Variables() {
			vs = append(vs, w.loadVar(v))
		}
	}
	for i, v := range vs {
		if i < results.Len() {
			w.split(v, results.At(i).Type())
		}
	}
	w.results = vs
}

// split goes on in two ways where a result tells whether a call has failed.
func (w *walker) split(v value, typ types.Type) {
	switch b, ok := typ.Underlying().(*types.Basic); {
	case isErrorLike(typ) && w.isSpendingError(v):
		v = w.equal(v, w.t.null())
	case !ok || b.Info()&types.IsBoolean == 0 || w.broughtBy([]value{v}) == 0:
		return
	}
	if _, known := w.truth(v); !known {
		w.assume(v, w.choose(2) == 0)
	}
}

// isSpendingError reports whether v is the error of a call that spent a token.
func (w *walker) isSpendingError(v value) bool {
	for _, sp := range w.s.spent {
		if v != 0 && sp.err == v {
			return true
		}
	}
	return false
}

// index returns the name of a parameter or result.
func index(i int) string { return strconv.Itoa(i) }

// isErrorLike reports whether t is error or implements it.
func isErrorLike(t types.Type) bool {
	return t != types.Typ[types.Invalid] && types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// isErrorType reports whether t is the type error.
func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}
