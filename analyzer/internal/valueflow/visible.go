package valueflow

import "go/types"

// Whether other packages may fill a field goes by its type as well as its name:
// that of a type without a name for them is out of their reach, unless something
// that has one leads there.

// openFields returns the fields of the package that other packages can write.
func (b *builder) openFields() map[*types.Var]bool {
	if b.open != nil {
		return b.open
	}
	b.open = make(map[*types.Var]bool)
	if b.pass.Pkg.Name() == "main" {
		return b.open
	}
	w := opener{pkg: b.pass.Pkg, fields: b.open, seen: make(map[types.Type]bool)}
	scope := b.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if obj := scope.Lookup(name); obj.Exported() {
			w.reach(obj.Type())
		}
	}
	return b.open
}

// An opener walks the types that other packages get hold of.
type opener struct {
	pkg    *types.Package
	fields map[*types.Var]bool
	seen   map[types.Type]bool
}

// reach notes what values of type t lead to.
func (w *opener) reach(t types.Type) {
	if t == nil || w.seen[t] {
		return
	}
	w.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		w.reach(types.Unalias(t))
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			w.reach(arg)
		}
		if t.Obj().Pkg() != w.pkg {
			return
		}
		w.reach(t.Underlying())
		for m := range t.Methods() {
			if m.Exported() {
				w.reach(m.Type())
			}
		}
	case *types.Struct:
		for f := range t.Fields() {
			if f.Exported() {
				w.fields[f.Origin()] = true
			}
			if f.Exported() || f.Embedded() {
				w.reach(f.Type())
			}
		}
	case *types.Signature:
		w.tuple(t.Params())
		w.tuple(t.Results())
	case *types.Interface:
		for m := range t.Methods() {
			w.reach(m.Type())
		}
	case *types.TypeParam:
		w.reach(t.Constraint())
	case *types.Map:
		w.reach(t.Key())
		w.reach(t.Elem())
	case interface{ Elem() types.Type }:
		w.reach(t.Elem())
	}
}

func (w *opener) tuple(t *types.Tuple) {
	for v := range t.Variables() {
		w.reach(v.Type())
	}
}
