package paths

import (
	"go/constant"
	"go/types"
	"hash/maphash"
	"slices"
)

// A Value is the number of something that a program computes: two expressions
// with one number have the same value. The zero Value is that of nothing, or of
// something of which nothing is known.
type Value int32

// A kind is how a value comes about.
type kind uint8

// The kinds of values. a, b and c are the values that one is made of.
const (
	kNothing   kind = iota
	kConst          // the constant str
	kNil            // nil
	kZero           // the zero value of a type with parts
	kList           // a, followed by the list b
	kParam          // what the caller handed in as parameter str
	kFree           // the variable str around a function literal, as a place
	kGlobal         // the package-level variable str, as a place
	kAlloc          // the variable or object that ref makes in the frame a, as a place
	kRegister       // what ref computed in the frame a, as a place
	kFieldAddr      // the field str of the place a
	kElemAddr       // the element b of the place a
	kAt             // what the place a held at first
	kField          // the field str of a
	kElem           // the element b of a
	kWith           // a with b as the field str, or the element c
	kSite           // the result str of what ref did in the frame a, the last time that it ran
	kHavoc          // what a was left with by ref in the frame b
	kCounter        // a number above all that are counted one by one, made by ref
	kPure           // what the function str returns for the arguments a
	kEq             // whether a equals b
	kBinary         // a str b
	kNot            // whether a is false
	kAssert         // a as the type str
	kIs             // whether the error a is of the API's type
	kWrapped        // an error that is made of the list a, and is not nil; str says whether errors.As finds less in it
	kBoxed          // the struct a as an error, of the type str
	kMade           // the object of the type str that a called function made, in the call c, and which held a at first
	kMarked         // the error a, marked by the function str for those that retry
	kFunc           // the function ref, with the receiver a if it has one
	kClosure        // the function literal ref, with the variables in the list a
	kOutcome        // the error of the event str of a function that is called
	kFrame          // a run of the function that ref calls, in the frame a
)

// A node is what makes a value what it is.
type node struct {
	kind    kind
	a, b, c Value
	str     string
	ref     any
}

// A table numbers the values of one package.
type table struct {
	nodes []node
	ids   []Value // of the nodes, each where its hash says or behind that; a power of two
	seed  maphash.Seed
	bits  []uint64 // a bit for each of the values within that may be computed anew
	size  []int32  // how many values one is made of, or maxSize
	types map[Value]types.Type

	begins   map[Value]Value      // what places hold at first of which that is known
	pointees map[Value]types.Type // what lies there, if it is declared

	yes, no, none Value // true, false and nil

	marks []uint32 // in which round a marker has come to a value
	round uint32
}

// maxSize is of how many values one may be made that is kept in a variable.
const maxSize = 400

func newTable() *table {
	t := &table{
		nodes: make([]node, 1),
		bits:  make([]uint64, 1),
		size:  make([]int32, 1),
		ids:   make([]Value, 64),
		seed:  maphash.MakeSeed(),
		types: make(map[Value]types.Type),

		begins:   make(map[Value]Value),
		pointees: make(map[Value]types.Type),
	}
	t.yes, t.no = t.constant(constant.MakeBool(true)), t.constant(constant.MakeBool(false))
	t.none = t.of(node{kind: kNil})
	return t
}

// of returns the number of a node.
func (t *table) of(n node) Value {
	i := t.find(&n)
	if v := t.ids[i]; v != 0 {
		return v
	}
	v := Value(len(t.nodes))
	if len(t.nodes) == cap(t.nodes) {
		// Twice as many at once: append would copy large tables far more often.
		t.nodes = slices.Grow(t.nodes, len(t.nodes))
		t.bits = slices.Grow(t.bits, len(t.nodes))
		t.size = slices.Grow(t.size, len(t.nodes))
	}
	t.nodes = append(t.nodes, n)
	if t.ids[i] = v; 2*len(t.nodes) > len(t.ids) {
		t.ids = make([]Value, 4*len(t.ids))
		for v := range t.nodes[1:] {
			t.ids[t.find(&t.nodes[v+1])] = Value(v + 1)
		}
	}
	bits := t.bits[n.a] | t.bits[n.b] | t.bits[n.c]
	if n.kind.passing() {
		bits |= 1 << (uint(v) % 64)
	}
	t.bits = append(t.bits, bits)
	t.size = append(t.size, min(maxSize, 1+t.size[n.a]+t.size[n.b]+t.size[n.c]))
	return v
}

// find returns where the number of a node stands, or will. A map would hold each node
// a second time.
func (t *table) find(n *node) int {
	i := int(maphash.Comparable(t.seed, *n)) & (len(t.ids) - 1)
	for t.ids[i] != 0 && t.nodes[t.ids[i]] != *n {
		i = (i + 1) & (len(t.ids) - 1)
	}
	return i
}

// passing reports whether values of this kind are others each time that they are
// computed.
func (k kind) passing() bool {
	switch k {
	case kSite, kHavoc, kCounter, kAlloc:
		return true
	}
	return false
}

func (t *table) kind(v Value) kind { return t.nodes[v].kind }

// mentions reports whether part, one that is passing, is part of v.
func (t *table) mentions(v, part Value) bool {
	if v == part {
		return v != 0
	}
	if t.bits[part]&^t.bits[v] != 0 || part == 0 || v == 0 || t.bits[v] == 0 {
		return false
	}
	n := &t.nodes[v]
	return t.mentions(n.a, part) || t.mentions(n.b, part) || t.mentions(n.c, part)
}

// holds reports whether part, of any kind, is part of v.
func (t *table) holds(v, part Value) bool {
	if t.kind(part).passing() {
		return t.mentions(v, part)
	}
	return t.some(v, func(p Value) bool { return p == part })
}

// some reports whether f holds for v or a part of it.
func (t *table) some(v Value, f func(Value) bool) bool {
	if v == 0 {
		return false
	}
	n := &t.nodes[v]
	return f(v) || t.some(n.a, f) || t.some(n.b, f) || t.some(n.c, f)
}

// list returns the value of a list.
func (t *table) list(vs ...Value) Value {
	var list Value
	for _, v := range slices.Backward(vs) {
		list = t.of(node{kind: kList, a: v, b: list})
	}
	return list
}

// each returns a list with what f makes of each of its values.
func (t *table) each(list Value, f func(Value) Value) Value {
	vs := t.elements(list)
	for i, v := range vs {
		vs[i] = f(v)
	}
	return t.list(vs...)
}

// elements returns the values of a list.
func (t *table) elements(list Value) []Value {
	var vs []Value
	for t.kind(list) == kList {
		vs = append(vs, t.nodes[list].a)
		list = t.nodes[list].b
	}
	return vs
}

func (t *table) constant(c constant.Value) Value {
	return t.of(node{kind: kConst, str: c.ExactString()})
}

func (t *table) boolean(b bool) Value {
	if b {
		return t.yes
	}
	return t.no
}

func (t *table) number(n int64) Value { return t.constant(constant.MakeInt64(n)) }

func (t *table) null() Value { return t.none }

// pure returns what a function returns for some arguments, if it depends on them
// alone.
func (t *table) pure(name string, args ...Value) Value {
	return t.of(node{kind: kPure, str: name, a: t.list(args...)})
}

func (t *table) fieldAddr(place Value, name string) Value {
	return t.of(node{kind: kFieldAddr, a: place, str: name})
}

func (t *table) elemAddr(place, index Value) Value {
	return t.of(node{kind: kElemAddr, a: place, b: index})
}

// field returns the field of a struct that is a value.
func (t *table) field(v Value, name string) Value { return t.part(v, name, 0) }

// elem returns the element of an array, slice or map that is a value.
func (t *table) elem(v, index Value) Value { return t.part(v, "", index) }

func (t *table) part(v Value, name string, index Value) Value {
	for t.kind(v) == kWith {
		if n := &t.nodes[v]; n.str == name && n.c == index {
			return n.b
		}
		v = t.nodes[v].a
	}
	switch {
	case v == 0 || t.kind(v) == kZero:
		return v
	case name == "":
		return t.of(node{kind: kElem, a: v, b: index})
	}
	return t.of(node{kind: kField, a: v, str: name})
}

// with returns v with one part being another. The parts are sorted, so that the
// order in which they are given makes no difference.
func (t *table) with(v Value, name string, index, part Value) Value {
	if n := t.nodes[v]; n.kind == kWith {
		switch {
		case n.str == name && n.c == index:
			return t.with(n.a, name, index, part)
		case n.str > name || n.str == name && n.c > index:
			return t.of(node{kind: kWith, a: t.with(n.a, name, index, part), b: n.b, c: n.c, str: n.str})
		}
	}
	return t.of(node{kind: kWith, a: v, b: part, c: index, str: name})
}

// isAggregate reports whether a variable of type t holds parts rather than one
// value.
func isAggregate(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// zero returns the value that a variable of type t begins with; 0 if that is not
// known.
func (t *table) zero(typ types.Type) Value {
	if typ == nil {
		return 0
	}
	switch u := typ.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return t.boolean(false)
		case u.Info()&types.IsString != 0:
			return t.constant(constant.MakeString(""))
		case u.Info()&types.IsNumeric != 0:
			return t.number(0)
		}
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice, *types.Chan, *types.Signature:
		return t.null()
	case *types.Struct, *types.Array:
		return t.of(node{kind: kZero})
	}
	return 0
}
