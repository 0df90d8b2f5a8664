package unit

import (
	"go/types"
)

// A view has what a package can see of those that it imports: their exported
// objects, and all that the types of these lead to. The compiler tells more,
// for the bodies of functions that it may inline. To unitchecker, only what is in
// view is known, and facts about anything else are lost.
type view struct {
	packages map[string]*types.Package
	objects  map[types.Object]bool
	types    map[types.Type]bool // named ones and type parameters
}

// newView returns what an importer of packages sees.
func newView(imports []*types.Package) *view {
	v := &view{
		packages: make(map[string]*types.Package),
		objects:  make(map[types.Object]bool),
		types:    make(map[types.Type]bool),
	}
	for _, imp := range imports {
		v.packages[imp.Path()] = imp
		scope := imp.Scope()
		for _, name := range scope.Names() {
			if obj := scope.Lookup(name); obj.Exported() {
				v.object(obj)
			}
		}
	}
	return v
}

func (v *view) object(obj types.Object) {
	if obj == nil || v.objects[obj] {
		return
	}
	v.objects[obj] = true
	if pkg := obj.Pkg(); pkg != nil {
		v.packages[pkg.Path()] = pkg
	}
	v.typ(obj.Type())
}

// first reports whether a type was not seen before.
func (v *view) first(t types.Type) bool {
	seen := v.types[t]
	v.types[t] = true
	return !seen
}

func (v *view) typ(t types.Type) {
	switch t := t.(type) {
	case *types.Named:
		v.list(t.TypeArgs())
		// Of instances there may be no end.
		if t = t.Origin(); v.first(t) {
			v.object(t.Obj())
			v.params(t.TypeParams())
			v.typ(t.Underlying())
			for m := range t.Methods() {
				v.object(m)
			}
		}
	case *types.Alias:
		v.list(t.TypeArgs())
		if t = t.Origin(); v.first(t) {
			v.object(t.Obj())
			v.params(t.TypeParams())
			v.typ(t.Rhs())
		}
	case *types.TypeParam:
		if v.first(t) {
			v.object(t.Obj())
			v.typ(t.Constraint())
		}
	case *types.Map:
		v.typ(t.Key())
		v.typ(t.Elem())
	case interface{ Elem() types.Type }: // pointers, slices, arrays and channels
		v.typ(t.Elem())
	case *types.Signature:
		v.typ(t.Params())
		v.typ(t.Results())
		v.params(t.TypeParams())
	case *types.Tuple:
		for p := range t.Variables() {
			v.object(p)
		}
	case *types.Struct:
		for f := range t.Fields() {
			v.object(f)
		}
	case *types.Interface:
		for m := range t.Methods() {
			v.object(m)
		}
		for e := range t.EmbeddedTypes() {
			v.typ(e)
		}
	case *types.Union:
		for term := range t.Terms() {
			v.typ(term.Type())
		}
	}
}

func (v *view) list(l *types.TypeList) {
	for t := range l.Types() {
		v.typ(t)
	}
}

func (v *view) params(l *types.TypeParamList) {
	for t := range l.TypeParams() {
		v.typ(t)
	}
}
