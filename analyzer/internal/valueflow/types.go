package valueflow

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// maxDepth bounds how deep the contents of nested containers are followed.
const maxDepth = 4

// holds reports whether a value of type t can hold an error code, a pointer to an
// error of the SDK, or a function through which one flows. Structs do not count: their fields have
// nodes of their own, shared by all values of the type.
func (b *builder) holds(t types.Type) bool { return b.holdsAt(t, 0) }

func (b *builder) holdsAt(t types.Type, depth int) bool {
	if t == nil || depth > maxDepth {
		return false
	}
	if r, ok := b.holdsMemo[t]; ok {
		return r
	}
	var r bool
	switch u := core(t).(type) {
	case *types.Basic:
		r = u.Info()&types.IsString != 0 || b.isNumber(u)
	case *types.Interface:
		_, isParam := types.Unalias(t).(*types.TypeParam)
		r = isParam || u.NumMethods() == 0
	case *types.Signature:
		r = true
	case *types.Map:
		r = b.holdsAt(u.Key(), depth+1) || b.holdsAt(u.Elem(), depth+1)
	default:
		if e := elemType(t); e != nil {
			r = isErrorPointer(t) || isPattern(t) || b.holdsAt(e, depth+1)
		}
	}
	r = r || b.isError(t)
	if depth == 0 {
		b.holdsMemo[t] = r
	}
	return r
}

// isPattern reports whether values of type t are regular expressions.
func isPattern(t types.Type) bool { return library.Type(t) == "regexp.Regexp" }

// core returns the underlying type of t, or that of the one type that a type
// parameter stands for, as in [S ~[]E].
func core(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	u := t.Underlying()
	if _, ok := types.Unalias(t).(*types.TypeParam); !ok {
		return u
	}
	iface, ok := u.(*types.Interface)
	if !ok || iface.NumEmbeddeds() != 1 {
		return u
	}
	union, ok := iface.EmbeddedType(0).(*types.Union)
	if !ok || union.Len() != 1 {
		return u
	}
	switch c := union.Term(0).Type().Underlying().(type) {
	case *types.Slice, *types.Map, *types.Pointer, *types.Chan:
		return c
	}
	return u
}

// elemType returns the type of what a pointer points to or of the elements of
// a container, or nil.
func elemType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	switch u := core(t).(type) {
	case *types.Pointer:
		return u.Elem()
	case *types.Slice:
		return u.Elem()
	case *types.Array:
		return u.Elem()
	case *types.Chan:
		return u.Elem()
	case *types.Map:
		return u.Elem()
	}
	return nil
}

// single returns the type of an expression's value: the first of the two that
// a map index, a receive or a type assertion has in its comma-ok form.
func single(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// keyType returns the key type of a map, or nil.
func keyType(t types.Type) types.Type {
	if m, ok := core(t).(*types.Map); ok {
		return m.Key()
	}
	return nil
}

// convert lets the fields of one struct type flow into those of another that
// values of it are assigned or converted to.
func (b *builder) convert(from, to types.Type) {
	if from == nil || to == nil || from == to {
		return
	}
	if pf, ok := from.Underlying().(*types.Pointer); ok {
		if pt, ok := to.Underlying().(*types.Pointer); ok {
			from, to = pf.Elem(), pt.Elem()
		}
	}
	sf, ok := from.Underlying().(*types.Struct)
	if !ok {
		return
	}
	st, ok := to.Underlying().(*types.Struct)
	if !ok || sf == st || sf.NumFields() != st.NumFields() || b.converted[[2]*types.Struct{sf, st}] {
		return
	}
	b.converted[[2]*types.Struct{sf, st}] = true
	for i := range sf.NumFields() {
		x, y := sf.Field(i), st.Field(i)
		if x.Origin() == y.Origin() {
			return // instances of one generic type
		}
		b.flow(b.variable(nil, x), b.variable(nil, y), x.Type())
	}
}

// shares reports whether two variables of type t can share their contents, so
// that a store through one is seen through the other.
func shares(t types.Type) bool {
	_, isArray := core(t).(*types.Array)
	return !isArray && elemType(t) != nil
}

// isString reports whether t is a string type.
func isString(t types.Type) bool {
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

// unknown returns a fresh node for a value of type t whose origin is not in
// view.
func (b *builder) unknown(t types.Type) *node {
	n := b.node()
	b.taint(n, t, 0)
	return n
}

// taint says that n, of type t, and its contents may hold values whose origin
// is not in view.
func (b *builder) taint(n *node, t types.Type, depth int) {
	if t == nil || depth > maxDepth {
		return
	}
	if b.isError(t) {
		b.taintError(n, t)
		return
	}
	switch {
	case isCodeType(t):
		n.labels |= fromTyped
	case isErrorPointer(t):
		n.labels |= ownPointer
	case b.isNumber(t):
		n.labels |= fromNumber
	default:
		n.labels |= fromElsewhere
	}
	if e := elemType(t); e != nil && b.holds(e) {
		b.taint(b.elem(n), e, depth+1)
	}
	if k := keyType(t); k != nil && b.holds(k) {
		b.taint(b.key(n), k, depth+1)
	}
}
