package stytchtoken

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/catalog"
)

// paramsOf returns the parameters that a call hands to the SDK; 0 if there are
// none.
func (w *walker) paramsOf(c *callee) value {
	params := c.fn.Signature().Params()
	for i := range min(params.Len(), len(c.args)) {
		if isParams(params.At(i).Type()) {
			return c.args[i]
		}
	}
	return 0
}

// operate runs a call that spends a token.
func (w *walker) operate(c *callee, op *catalog.Operation) []value {
	params := w.paramsOf(c)
	tokens := []value{w.field(params, op.Token)}
	for _, with := range op.With {
		tokens = append(tokens, w.field(params, with))
	}
	sp := spending{
		op:     op,
		tokens: w.t.list(tokens...),
		call:   c.call,
		client: w.clientOf(c.call),
		args:   w.sent(params),
	}
	counts := w.isToken(tokens[0])
	if counts {
		w.compare(&sp)
	}
	results := w.fresh(c)
	if counts {
		sp.res = results[0]
		sp.err = results[len(results)-1]
		w.spend(&sp)
	}
	return results
}

// field returns a field of the SDK's parameters.
func (w *walker) field(params value, name string) value {
	return w.load(slot{obj: params, name: name}, types.Typ[types.String])
}

// isToken reports whether a value can be a token. Constants are none: they are
// the reusable ones of Stytch's sandbox, and placeholders.
func (w *walker) isToken(v value) bool {
	return v != 0 && w.t.kind(v) != kConst && w.t.kind(v) != kNil
}

// sent returns all that is sent in parameters.
func (w *walker) sent(params value) value {
	var list []value
	for _, k := range w.s.sortedSlots() {
		if k.obj == params {
			list = append(list, w.t.of(key{kind: kConst, str: k.name}), w.s.slots[k])
		}
	}
	if root := w.s.roots[params]; root != 0 {
		list = append(list, root)
	}
	if len(list) == 0 {
		return params
	}
	return w.t.list(list...)
}

// clientOf returns what a call is made on, as far as that tells clients apart:
// the path that leads to it, whatever may have been written there meanwhile.
func (w *walker) clientOf(call *ast.CallExpr) value {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return 0
	}
	return w.path(sel.X)
}

func (w *walker) path(e ast.Expr) value {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := w.info.ObjectOf(e).(*types.Var)
		if !ok {
			return 0
		}
		if isGlobal(v) {
			return w.t.storage(v)
		}
		return w.loadVar(v)
	case *ast.SelectorExpr:
		if sel := w.info.Selections[e]; sel != nil && sel.Kind() == types.FieldVal {
			x := w.path(e.X)
			if v, ok := w.s.slots[slot{obj: x, name: e.Sel.Name}]; ok && w.t.kind(v) != kHavoc {
				return v
			}
			return w.t.of(key{kind: kField, a: x, str: e.Sel.Name})
		}
		if v, ok := w.info.Uses[e.Sel].(*types.Var); ok {
			return w.t.storage(v)
		}
	case *ast.CallExpr:
		// A function that returns a client returns the same one again.
		parts := []value{w.path(e.Fun)}
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			parts = append(parts, w.path(sel.X), w.object(w.info.Uses[sel.Sel]))
		}
		for _, arg := range e.Args {
			parts = append(parts, w.path(arg))
		}
		return w.t.pure("client", parts...)
	case *ast.IndexExpr:
		return w.t.pure("client", w.path(e.X), w.path(e.Index))
	case *ast.StarExpr:
		return w.path(e.X)
	}
	if tv := w.info.Types[e]; tv.Value != nil {
		return w.t.constant(tv.Value)
	}
	return 0
}

// compare reports a call that spends what was spent before on the path.
func (w *walker) compare(sp *spending) {
	for _, before := range w.s.spent {
		if before.op == nil || before.op.Name != sp.op.Name || before.tokens != sp.tokens {
			continue
		}
		same := before.call == sp.call
		ended := w.s.statusOf(w.t, before)
		sameClient := before.client == sp.client && before.client != 0
		switch {
		case ended != succeeded && before.seen == examined, before.seen == judged:
			// The path goes on because of what it found out.
		case ended == failed && (!sameClient || before.args != sp.args || before.args == 0):
			// What failed there is tried in another way.
		case (same || ended == unknown) && before.client != sp.client && before.client != 0 && sp.client != 0:
			// The token may belong to the other client.
		default:
			w.note(sp, &before, ended)
		}
	}
}

// spend puts down that a call has spent a token.
func (w *walker) spend(sp *spending) {
	for i, before := range w.s.spent {
		if before.op != nil && sp.op != nil && before.op.Name == sp.op.Name && before.tokens == sp.tokens {
			if w.s.statusOf(w.t, before) == failed || before.call == sp.call {
				w.s.spent[i] = *sp
			}
			return
		}
	}
	w.s.spent = append(w.s.spent, *sp)
}
