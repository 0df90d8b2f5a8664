package stytchtoken

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// A value is the number of something that a program computes: two expressions
// with one number have the same value. The zero value is that of nothing.
type value int32

// A kind is how a value comes about.
type kind uint8

// The kinds of values.
const (
	kNothing   kind = iota
	kConst          // the constant str
	kNil            // nil
	kList           // a, followed by the list b
	kParam          // what the caller handed in as parameter str
	kStorage        // the variable obj, as a place that can be pointed to
	kGlobal         // the package-level variable str, likewise
	kAlloc          // what the composite literal or make at pos made
	kAddr           // a pointer to the field str of a
	kField          // what the field str, or the element b, of a held at first
	kSite           // the result str of what is at pos, the last time that it ran
	kHavoc          // what a was left with by the call at pos
	kCounter        // a number above all that are counted one by one, made at pos
	kPure           // what the function str returns for the arguments a
	kEq             // whether a equals b
	kBinary         // a str b
	kNot            // whether a is false
	kAssert         // a as the type str
	kAPI            // whether the error a is one of the API, as far as is asked
	kWrapped        // an error that wraps a, and is not nil
	kPermanent      // the error a, marked as one not to be retried
	kRetryable      // the error a, marked as one to be retried
	kFunc           // the function obj, with the receiver a if it has one
	kLiteral        // the function literal at pos
)

// A key is what makes a value what it is.
type key struct {
	kind kind
	a, b value
	obj  types.Object
	pos  token.Pos
	str  string
}

// A table numbers the values of one package.
type table struct {
	keys  []key
	ids   map[key]value
	types map[value]types.Type // of parameters, and of fields whose type is known
	parts map[value][]value    // all that a value is made of, sorted
	depth []int                // how deep the makings of a value are
}

func newTable() *table {
	return &table{
		keys:  make([]key, 1),
		depth: make([]int, 1),
		ids:   make(map[key]value),
		types: make(map[value]types.Type),
		parts: make(map[value][]value),
	}
}

// of returns the number of a key.
func (t *table) of(k key) value {
	v, ok := t.ids[k]
	if !ok {
		v = value(len(t.keys))
		t.keys = append(t.keys, k)
		t.depth = append(t.depth, 1+max(t.depth[k.a], t.depth[k.b]))
		t.ids[k] = v
	}
	return v
}

// kind returns the kind of a value.
func (t *table) kind(v value) kind { return t.keys[v].kind }

// list returns the value of a list.
func (t *table) list(vs ...value) value {
	var list value
	for _, v := range slices.Backward(vs) {
		list = t.of(key{kind: kList, a: v, b: list})
	}
	return list
}

// elements returns the values of a list.
func (t *table) elements(list value) []value {
	var vs []value
	for t.kind(list) == kList {
		vs = append(vs, t.keys[list].a)
		list = t.keys[list].b
	}
	return vs
}

func (t *table) constant(c constant.Value) value {
	return t.of(key{kind: kConst, str: c.ExactString()})
}

func (t *table) boolean(b bool) value { return t.constant(constant.MakeBool(b)) }

func (t *table) null() value { return t.of(key{kind: kNil}) }

// site returns a result of what is at pos.
func (t *table) site(pos token.Pos, result string) value {
	return t.of(key{kind: kSite, pos: pos, str: result})
}

// pure returns what a function returns for some arguments, if it depends on
// them alone.
func (t *table) pure(name string, args ...value) value {
	return t.of(key{kind: kPure, str: name, a: t.list(args...)})
}

// storage returns a variable as a place.
func (t *table) storage(v *types.Var) value {
	if isGlobal(v) {
		return t.of(key{kind: kGlobal, str: v.Pkg().Path() + "." + v.Name()})
	}
	return t.of(key{kind: kStorage, obj: v})
}

// partsOf returns all that a value is made of, itself too, sorted.
func (t *table) partsOf(v value) []value {
	if v == 0 {
		return nil
	}
	parts, ok := t.parts[v]
	if !ok {
		k := t.keys[v]
		parts = slices.Concat(t.partsOf(k.a), t.partsOf(k.b), []value{v})
		slices.Sort(parts)
		parts = slices.Compact(parts)
		t.parts[v] = parts
	}
	return parts
}

// mentions reports whether part is part of v.
func (t *table) mentions(v, part value) bool {
	_, ok := slices.BinarySearch(t.partsOf(v), part)
	return ok && part != 0
}

// isGlobal reports whether v is a variable of a package.
func isGlobal(v *types.Var) bool {
	return v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
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

// zero returns the value that a variable of type t begins with; 0 if it has
// parts or is not known.
func (t *table) zero(typ types.Type) value {
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
			return t.constant(constant.MakeInt64(0))
		}
	case *types.Pointer, *types.Interface, *types.Map, *types.Slice, *types.Chan, *types.Signature:
		return t.null()
	}
	return 0
}
