package valueflow

import (
	"go/ast"
	"go/types"
)

// The fields of a struct that is a key, or is compared as a whole, are compared one by
// one. What a literal says there is apart from what else is in the fields, which it is
// compared with:
//
//	var gone = map[key]bool{{"session_not_found", 404}: true}
//	...
//	if gone[key{string(e.ErrorType), e.StatusCode}] {

// A keyed is what a package compares by its fields.
type keyed struct {
	literals map[*ast.CompositeLit]bool
	parts    map[ast.Expr]bool    // of those
	fields   map[*types.Var]*node // what they say
	compared map[types.Type]bool
}

// isKey notes that e, if it is the literal of a struct, is a key or compared as a whole.
func (b *builder) isKey(e ast.Expr) {
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		b.keyed.literals = put(b.keyed.literals, lit, true)
	}
}

// keyField returns the node of a field in such literals, nil if it can hold no code.
func (b *builder) keyField(v *types.Var) *node {
	v = v.Origin()
	n := b.keyed.fields[v]
	if n == nil && isString(v.Type()) {
		n = b.node()
		b.keyed.fields = put(b.keyed.fields, v, n)
	}
	return n
}

// comparesFields notes that structs of type t are compared with those of literals.
func (b *builder) comparesFields(t types.Type) {
	if s, ok := t.Underlying().(*types.Struct); ok && !b.keyed.compared[t] {
		b.keyed.compared = put(b.keyed.compared, t, true)
		for v := range s.Fields() {
			b.compare(Equal, b.variable(nil, v), b.keyField(v))
		}
	}
}

// visitsKeys notes that keys of type t are taken from a map.
func (b *builder) visitsKeys(t types.Type) {
	if t == nil {
		return
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		for v := range s.Fields() {
			b.edge(b.keyField(v), b.variable(nil, v))
		}
	}
}
