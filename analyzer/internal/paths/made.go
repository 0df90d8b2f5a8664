package paths

import (
	"go/token"
	"go/types"
	"strings"
)

// typeNamed returns the type that a name of types.Type.String stands for; nil if it
// is not in view.
func (e *engine) typeNamed(name string) types.Type { return e.types[name] }

// nameType returns the name of a type, by which it is found again: of an interface that other
// packages cannot name, what it has.
func (e *engine) nameType(t types.Type) string {
	name, ok := e.names[t]
	if ok {
		return name
	}
	asked := t
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && !named.Obj().Exported() && types.IsInterface(named) {
		t = named.Underlying()
	}
	name = t.String()
	e.names[asked], e.types[name] = name, t
	return name
}

// findTypes finds the types that a term speaks of which a function of another package
// has told: they stand in that package, or in one that it imports.
func (e *engine) findTypes(t *Term, pkg *types.Package) {
	if t == nil {
		return
	}
	switch kind(t.Kind) {
	case kMade, kBoxed, kAssert:
		e.findType(t.Str, pkg)
	case kPure:
		if name, ok := strings.CutPrefix(t.Str, isPrefix); ok {
			e.findType(name, pkg)
		}
	}
	e.findTypes(t.A, pkg)
	e.findTypes(t.B, pkg)
	e.findTypes(t.C, pkg)
}

func (e *engine) findType(name string, pkg *types.Package) {
	if _, ok := e.types[name]; ok {
		return
	}
	if strings.HasPrefix(name, "interface{") {
		if tv, err := types.Eval(e.pass.Fset, nil, token.NoPos, name); err == nil {
			e.types[name] = tv.Type
		}
		return
	}
	plain := strings.TrimLeft(name, "*")
	dot := strings.LastIndexByte(plain, '.')
	if dot < 0 {
		return
	}
	for _, p := range append([]*types.Package{pkg}, pkg.Imports()...) {
		if p.Path() != plain[:dot] {
			continue
		}
		if obj, ok := p.Scope().Lookup(plain[dot+1:]).(*types.TypeName); ok {
			t := obj.Type()
			for range len(name) - len(plain) {
				t = types.NewPointer(t)
			}
			e.types[name] = t
		}
	}
}

// Type returns the type of an object that the program makes, or of a struct that is
// an error; nil if that is not known.
func (p *Path) Type(v Value) types.Type {
	switch n := p.t.nodes[v]; n.kind {
	case kAlloc:
		return allocated(n)
	case kMade, kBoxed:
		return p.typeNamed(n.str)
	case kAt:
		return p.t.pointees[v]
	}
	return nil
}

// made returns what a result is for the callers of a function that made it, so far as
// it is told from parameters: 0 if nothing is known of it.
func (l *lifter) made(v Value) Value {
	if v == 0 {
		return 0
	}
	n := l.p.t.nodes[v]
	switch n.kind {
	case kAlloc:
		typ, ok := types.Unalias(allocated(n)).(*types.Named)
		if !ok || !isAggregate(typ) {
			return 0
		}
		held := l.parts(l.p.whole(v, l.p.content(v)))
		return l.p.t.of(node{kind: kMade, a: held, str: l.p.nameType(typ)})
	case kMade:
		return l.p.t.of(node{kind: kMade, a: l.parts(l.p.whole(v, l.p.content(v))), str: n.str})
	case kBoxed:
		return l.p.t.of(node{kind: kBoxed, a: l.parts(n.a), str: n.str})
	}
	return l.lift(v)
}

// parts returns a struct with those parts that are told from parameters.
func (l *lifter) parts(v Value) Value {
	n := l.p.t.nodes[v]
	if n.kind != kWith || n.c != 0 {
		return l.lift(v)
	}
	of := l.parts(n.a)
	if of == 0 {
		return 0
	}
	return l.p.t.with(of, n.str, 0, l.parts(n.b))
}
