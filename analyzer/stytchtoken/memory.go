package stytchtoken

import (
	"go/token"
	"go/types"
	"maps"
)

// load returns what a slot holds.
func (w *walker) load(k slot, typ types.Type) value {
	k = w.place(k)
	if v, ok := w.s.slots[k]; ok {
		return v
	}
	root, ok := w.s.roots[k.obj]
	if !ok {
		root = k.obj
	}
	if w.isFresh(root) {
		if v := w.t.zero(typ); v != 0 {
			return v
		}
	}
	v := w.t.of(key{kind: kField, a: root, b: k.idx, str: k.name})
	if typ != nil {
		w.t.types[v] = typ
	}
	return v
}

// isFresh reports whether nobody has written to the fields of an object that
// have no slot.
func (w *walker) isFresh(root value) bool {
	for w.t.kind(root) == kField {
		root = w.t.keys[root].a
	}
	return w.t.kind(root) == kAlloc
}

// place returns the slot itself that a pointer to a field leads to.
func (w *walker) place(k slot) slot {
	if p := w.t.keys[k.obj]; p.kind == kAddr && k.name == "*" {
		return slot{obj: p.a, name: p.str, idx: p.b}
	}
	return k
}

// store puts a value into a slot.
func (w *walker) store(k slot, v value, typ types.Type) {
	if isAggregate(typ) {
		if k.name == "*" {
			w.copyInto(k.obj, v)
		} else {
			w.copyInto(w.load(k, typ), v)
		}
		return
	}
	if v == 0 || w.grows(k, v) {
		v = w.t.of(key{kind: kHavoc, a: k.obj, b: k.idx, str: "stored " + k.name})
		w.s.forget(w.t, v)
	}
	w.s.slots[w.place(k)] = v
}

// grows reports whether a variable is computed from itself, as in a loop whose
// values would never end.
func (w *walker) grows(k slot, v value) bool {
	const deep = 40
	old := w.s.slots[w.place(k)]
	switch w.t.kind(v) {
	case kBinary, kPure:
		return v != old && w.t.mentions(v, old)
	}
	return w.t.depth[v] > deep
}

// copyInto gives an object the parts of another.
func (w *walker) copyInto(to, from value) {
	if to == from {
		return
	}
	maps.DeleteFunc(w.s.slots, func(k slot, _ value) bool { return k.obj == to })
	delete(w.s.roots, to)
	if from == 0 {
		return
	}
	for _, k := range w.s.sortedSlots() {
		if k.obj == from {
			w.s.slots[slot{obj: to, name: k.name, idx: k.idx}] = w.s.slots[k]
		}
	}
	root, ok := w.s.roots[from]
	if !ok {
		root = from
	}
	w.s.roots[to] = root
}

// havoc says that a call at pos may have written to all that v leads to. It
// returns what the parts of v come from now.
func (w *walker) havoc(v value, pos token.Pos) value {
	k := w.t.keys[v]
	switch k.kind {
	case kNothing, kConst, kNil, kList, kEq, kBinary, kNot, kAPI, kWrapped, kFunc, kLiteral:
		return 0
	case kAddr:
		left := w.left(k.a, pos, k.str)
		w.s.slots[slot{obj: k.a, name: k.str, idx: k.b}] = left
		return left
	}
	left := w.left(v, pos, "")
	for _, k := range w.s.sortedSlots() {
		inner, ok := w.s.slots[k]
		if k.obj != v || !ok {
			continue
		}
		delete(w.s.slots, k)
		switch w.t.kind(inner) {
		case kAlloc, kStorage, kAddr:
			w.havoc(inner, pos)
		}
	}
	w.s.roots[v] = left
	return left
}

// asLeft returns a value as it was left by the last call that may have written
// to what it leads to.
func (w *walker) asLeft(v value) value {
	if left, ok := w.s.roots[v]; ok && w.t.kind(left) == kHavoc {
		return left
	}
	return v
}

// left returns what a call at pos leaves an object or one of its fields with.
func (w *walker) left(v value, pos token.Pos, name string) value {
	left := w.t.of(key{kind: kHavoc, a: v, pos: pos, str: name})
	w.s.forget(w.t, left)
	return left
}

// loadVar returns the value of a variable.
func (w *walker) loadVar(v *types.Var) value {
	place := w.t.storage(v)
	if isAggregate(v.Type()) {
		return place
	}
	return w.load(slot{obj: place, name: "*"}, v.Type())
}

// storeVar assigns to a variable.
func (w *walker) storeVar(v *types.Var, val value) {
	if !w.fn.interesting(v) {
		return
	}
	w.store(slot{obj: w.t.storage(v), name: "*"}, val, v.Type())
}

// disturb says that a call at pos may have written to variables that others
// can reach.
func (w *walker) disturb(pos token.Pos) {
	for _, v := range w.fn.shared {
		place := w.t.storage(v)
		left := w.left(place, pos, "shared")
		if isAggregate(v.Type()) {
			maps.DeleteFunc(w.s.slots, func(k slot, _ value) bool { return k.obj == place })
			w.s.roots[place] = left
		} else {
			w.s.slots[slot{obj: place, name: "*"}] = left
		}
	}
}
