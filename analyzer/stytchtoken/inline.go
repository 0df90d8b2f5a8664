package stytchtoken

import (
	"go/ast"
	"go/types"
	"maps"
)

// inline returns what a function of the package returns that does nothing but
// make the SDK's parameters; 0 if the call is of no such function.
func (w *walker) inline(c *callee) value {
	f := w.decls[c.fn]
	if f == nil || f.relevant || w.busy[f] || f.sig.Variadic() || len(c.all) != len(f.params) || !makesParams(f) {
		return 0
	}
	w.busy[f] = true
	defer delete(w.busy, f)
	for i, p := range f.params {
		place := w.t.storage(p)
		if isAggregate(p.Type()) {
			w.copyInto(place, c.all[i])
		} else {
			w.s.slots[slot{obj: place, name: "*"}] = c.all[i]
		}
	}
	v := w.eval(f.body.List[0].(*ast.ReturnStmt).Results[0])
	for _, p := range f.params {
		place := w.t.storage(p)
		maps.DeleteFunc(w.s.slots, func(k slot, _ value) bool { return k.obj == place })
		delete(w.s.roots, place)
	}
	return v
}

// makesParams reports whether a function is one return statement with the SDK's
// parameters.
func makesParams(f *function) bool {
	if len(f.body.List) != 1 || f.sig.Results().Len() != 1 {
		return false
	}
	ret, ok := f.body.List[0].(*ast.ReturnStmt)
	t := f.sig.Results().At(0).Type()
	return ok && len(ret.Results) == 1 && (isParams(t) || isParams(types.NewPointer(t)))
}
