package driver

import (
	"go/types"
	"iter"
	"maps"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A factKey says what a fact is about: an object, or else a package.
type factKey struct {
	pkg *types.Package
	obj types.Object
	typ reflect.Type
}

// Facts are those that are known in one package.
type Facts map[factKey]analysis.Fact

// Inherit adds the facts that an imported package hands on.
func (f Facts) Inherit(from Facts) {
	maps.Copy(f, from)
}

// Exported returns the facts that importers of pkg get to know. They are those
// that come through a file of facts of unitchecker: of other packages, only
// facts about types, fields and methods are handed on, and none about objects
// that have no name outside of their package.
func (f Facts) Exported(pkg *types.Package) Facts {
	if len(f) == 0 {
		return nil
	}
	out := make(Facts)
	for k := range f.exported(pkg) {
		out[k] = f[k]
	}
	return out
}

// exported returns the keys of the exported facts, with the paths of the objects in
// their packages.
func (f Facts) exported(pkg *types.Package) iter.Seq2[factKey, objectpath.Path] {
	return func(yield func(factKey, objectpath.Path) bool) {
		var encoder objectpath.Encoder
		for k := range f {
			if k.pkg != pkg {
				if k.obj == nil {
					continue
				}
				if _, isType := k.obj.(*types.TypeName); !isType && k.obj.Parent() == k.pkg.Scope() {
					continue
				}
			}
			var path objectpath.Path
			if k.obj != nil {
				var err error
				if path, err = encoder.For(k.obj); err != nil {
					continue
				}
			}
			if !yield(k, path) {
				return
			}
		}
	}
}

// get sets the value that ptr points to, if there is such a fact.
func (f Facts) get(k factKey, ptr analysis.Fact) bool {
	k.typ = reflect.TypeOf(ptr)
	fact, ok := f[k]
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func (f Facts) set(k factKey, fact analysis.Fact) {
	k.typ = reflect.TypeOf(fact)
	f[k] = fact
}

// objects returns the facts about objects that an analyzer knows.
func (f Facts) objects(a *analysis.Analyzer) []analysis.ObjectFact {
	var list []analysis.ObjectFact
	for k, fact := range f {
		if k.obj != nil && knows(a, k.typ) {
			list = append(list, analysis.ObjectFact{Object: k.obj, Fact: fact})
		}
	}
	return list
}

// packages returns the facts about packages that an analyzer knows.
func (f Facts) packages(a *analysis.Analyzer) []analysis.PackageFact {
	var list []analysis.PackageFact
	for k, fact := range f {
		if k.obj == nil && knows(a, k.typ) {
			list = append(list, analysis.PackageFact{Package: k.pkg, Fact: fact})
		}
	}
	return list
}

func knows(a *analysis.Analyzer, typ reflect.Type) bool {
	for _, f := range a.FactTypes {
		if reflect.TypeOf(f) == typ {
			return true
		}
	}
	return false
}
