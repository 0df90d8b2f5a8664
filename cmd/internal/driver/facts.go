package driver

import (
	"go/types"
	"iter"
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

// Add adds a fact that an imported package hands on, about an object of pkg, or
// about pkg itself if obj is nil.
func (f Facts) Add(fact analysis.Fact, pkg *types.Package, obj types.Object) {
	f.set(factKey{pkg: pkg, obj: obj}, fact)
}

// Own returns the facts about pkg and its objects that importers get to know.
func (f Facts) Own(pkg *types.Package) []Record {
	own := make(Facts)
	for k, fact := range f {
		if k.pkg == pkg {
			own[k] = fact
		}
	}
	return own.Records(pkg)
}

// HandedOn reports whether importers of an importer get to know the facts about
// an object. These come through a file of facts of unitchecker: those about types,
// fields and methods.
func HandedOn(obj types.Object) bool {
	if obj == nil {
		return false
	}
	_, isType := obj.(*types.TypeName)
	return isType || obj.Parent() != obj.Pkg().Scope()
}

// exported returns the keys of the facts that importers of pkg get to know, with the
// paths of the objects in their packages. None is about an object that has no name
// outside of its package.
func (f Facts) exported(pkg *types.Package) iter.Seq2[factKey, objectpath.Path] {
	return func(yield func(factKey, objectpath.Path) bool) {
		var encoder objectpath.Encoder
		for k := range f {
			if k.pkg != pkg && !HandedOn(k.obj) {
				continue
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
