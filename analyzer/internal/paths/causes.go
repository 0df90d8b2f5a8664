package paths

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// Causes returns the errors that an error is made of, itself among them if it
// wraps none.
func (p *Path) Causes(err Value) []Value {
	n := p.t.nodes[err]
	switch n.kind {
	case kMarked:
		return p.Causes(n.a)
	case kPure:
		if n.str == "join" {
			return p.Causes(p.t.elements(n.a)[0])
		}
	case kWrapped:
		var list []Value
		for _, arg := range p.t.elements(n.a) {
			list = append(list, p.causesIn(arg)...)
		}
		return list
	case kAlloc, kMade, kBoxed:
		if in, ok := p.wrappedBy(err); ok {
			return append([]Value{err}, p.Causes(in)...)
		}
	}
	return []Value{err}
}

// isJoined reports whether a value is what errors.Join returned: nil if all are.
func (p *Path) isJoined(v Value) bool { return p.t.kind(v) == kPure && p.t.nodes[v].str == "join" }

// hidden marks errors that are made of others in which errors.As does not find all of them.
const hidden = "hidden"

// hides returns that mark for an error that a call makes, or nothing.
func (p *Path) hides(row library.Row, args []Value) string {
	switch row.Does {
	case library.JoinErrors:
		return ""
	case library.FormatError:
		format, _ := p.text(args[0])
		verbs := library.Verbs(format)
		for n := p.t.nodes[args[len(args)-1]]; n.kind == kWith; n = p.t.nodes[n.a] {
			if i, _ := p.Number(n.c); int(i) >= len(verbs) || verbs[i].Letter != 'w' && len(p.causesIn(n.b)) > 0 {
				return hidden
			}
		}
		return ""
	}
	return hidden
}

// Finds reports whether errors.As finds the error of an event in an error, and no other
// failure.
func (p *Path) Finds(err Value, e *Event) bool {
	isHidden := func(v Value) bool { return p.t.kind(v) == kWrapped && p.t.nodes[v].str == hidden }
	return p.Wraps(err, e) && !p.t.some(err, isHidden) &&
		!slices.ContainsFunc(p.Causes(err), func(v Value) bool { return v != e.err && p.mayFail(v) })
}

// mayFail reports whether a value may be a failure of its own: it is no error that a
// package declares, and none that is made on the spot.
func (p *Path) mayFail(v Value) bool {
	switch p.t.kind(v) {
	case kConst, kZero, kAlloc, kMade, kBoxed, kWrapped:
		return false
	}
	return !p.IsNil(v) && !p.isDeclared(v)
}

// causesIn returns the errors that an argument holds, or the slice of those of a
// variadic call.
func (p *Path) causesIn(arg Value) []Value {
	var list []Value
	n := p.t.nodes[arg]
	for ; n.kind == kWith; n = p.t.nodes[arg] {
		list = append(list, p.causesIn(n.b)...)
		arg = n.a
	}
	switch n.kind {
	case kConst, kZero, kNil:
		return list
	}
	if t := p.t.types[arg]; t != nil && isBasic(t) {
		return list
	}
	return append(list, p.Causes(arg)...)
}

// wrappedBy returns the error in the only field of a struct that holds one, if
// its type says that it wraps that.
func (p *Path) wrappedBy(err Value) (Value, bool) {
	typ := p.Type(err)
	if typ == nil {
		return 0, false
	}
	s, ok := typ.Underlying().(*types.Struct)
	if !ok || !hasMethod(typ, "Unwrap") {
		return 0, false
	}
	var in Value
	for f := range s.Fields() {
		if library.IsErrorValue(f.Type()) {
			if in != 0 {
				return 0, false
			}
			if n := p.t.nodes[err]; n.kind == kBoxed {
				in = p.typed(p.t.field(n.a, f.Name()), f.Type())
			} else {
				in = p.load(p.t.fieldAddr(err, f.Name()), f.Type())
			}
		}
	}
	return in, in != 0
}

// allocated returns the type of an object that the program makes.
func allocated(n node) types.Type {
	alloc, ok := n.ref.(*ssa.Alloc)
	if n.kind != kAlloc || !ok {
		return nil
	}
	return alloc.Type().(*types.Pointer).Elem()
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// isError returns what is known of whether an error is, or wraps, another one.
func (p *Path) isError(err, target Value) (is, known bool) {
	if null, ok := p.Truth(p.isNull(err)); ok && null {
		return false, p.t.kind(target) != kNil
	}
	known = true
	for _, v := range p.Causes(err) {
		switch {
		case v == target:
			return true, true
		case p.t.kind(v) == kConst && p.t.kind(target) == kConst,
			p.isDeclared(v) && p.isDeclared(target),
			p.isAPIError(v) && p.isOwnError(target):
		default:
			typ := p.Type(v)
			known = known && typ != nil && !hasMethod(typ, "Is")
		}
	}
	return false, known
}

// isDeclared reports whether a value is an error that a package declares.
func (e *engine) isDeclared(v Value) bool {
	n := e.t.nodes[v]
	return n.kind == kAt && e.t.kind(n.a) == kGlobal && isSentinel(e.t.types[v])
}

// isSentinel reports whether a package-level variable of type t is an error: error
// itself, or a pointer that is one.
func isSentinel(t types.Type) bool {
	if t == nil {
		return false
	}
	_, isPointer := t.Underlying().(*types.Pointer)
	return library.IsError(t) || isPointer && library.IsErrorValue(t)
}

// isOwnError reports whether a value is an error that no function of the SDK
// returns: one that a package declares which knows the SDK, or a constant.
func (p *Path) isOwnError(v Value) bool {
	n := p.t.nodes[v]
	if n.kind == kConst {
		return true
	}
	if !p.isDeclared(v) {
		return false
	}
	name := p.t.nodes[n.a].str
	return p.isOwnPackage(name[:strings.LastIndexByte(name, '.')])
}

// isOwnPackage reports whether the package with a path is part of the program, as far
// as that shows: it is this one, knows the SDK, or is told of by facts.
func (e *engine) isOwnPackage(path string) bool {
	if e.own == nil {
		e.own = map[string]bool{e.pass.Pkg.Path(): true}
		for _, pkg := range e.pass.Pkg.Imports() {
			e.own[pkg.Path()] = sdk.Reaches(pkg)
		}
		for _, f := range e.pass.AllObjectFacts() {
			e.own[f.Object.Pkg().Path()] = true
		}
	}
	return e.own[path] && !sdk.InModule(path)
}

// found returns what errors.As finds in an error for a type, and whether it does,
// where that can be told better than by the error alone.
func (p *Path) found(err Value, typ types.Type) (v, is Value, ok bool) {
	var rest []Value
	for _, v := range p.Causes(err) {
		n := p.t.nodes[v]
		own := p.Type(v)
		switch {
		case n.kind == kBoxed && own != nil && typ != nil && types.Identical(typ, own):
			return n.a, p.t.boolean(true), true
		case n.kind == kBoxed && own != nil && (typ == nil || !types.IsInterface(typ)):
		case own != nil && typ != nil && types.Identical(typ, types.NewPointer(own)), n.kind != kBoxed && implements(own, typ):
			return v, p.t.boolean(true), true
		case own != nil && (typ == nil || !types.IsInterface(typ)) && !hasMethod(own, "As"):
		case typ != nil && p.isAPIError(v) && p.isOwnType(typ):
		case p.t.kind(v) == kConst, p.isDeclared(v) && isErrorOfSDK(typ):
		default:
			rest = append(rest, v)
		}
	}
	switch {
	case len(rest) == 0 && typ == nil:
		return p.t.of(node{kind: kZero}), p.t.boolean(false), true
	case len(rest) == 1 && rest[0] != err && typ == nil:
		return p.t.of(node{kind: kAssert, a: rest[0], str: "stytcherror.Error"}), p.t.of(node{kind: kIs, a: rest[0]}), true
	case len(rest) == 0:
		return p.t.zero(typ), p.t.boolean(false), true
	case len(rest) == 1 && rest[0] != err:
		return p.asserted(rest[0], typ), p.is(rest[0], typ), true
	}
	return 0, 0, false
}

// implements reports whether a pointer to a type implements an interface.
func implements(t, iface types.Type) bool {
	if t == nil || iface == nil {
		return false
	}
	i, ok := iface.Underlying().(*types.Interface)
	_, param := types.Unalias(iface).(*types.TypeParam)
	return ok && !param && types.Implements(types.NewPointer(t), i)
}

// boxed returns a value as an interface. Of a struct that is an error it has to be
// known what it is, and of an empty one that it is not nil.
func (p *Path) boxed(v Value, typ types.Type) Value {
	if p.t.kind(v) == kZero && isAggregate(typ) {
		return p.t.of(node{kind: kBoxed, a: v, str: p.nameType(typ)})
	}
	named, ok := types.Unalias(typ).(*types.Named)
	if !ok || v == 0 || !isAggregate(typ) || !library.IsErrorValue(typ) || sdk.InModule(named.Obj().Pkg().Path()) {
		return v
	}
	return p.t.of(node{kind: kBoxed, a: v, str: p.nameType(named)})
}

// isOwnType reports whether errors of a type come from the program alone.
func (e *engine) isOwnType(t types.Type) bool {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && e.isOwnPackage(named.Obj().Pkg().Path()) && !types.IsInterface(t)
}

// isErrorOfSDK reports whether t is the SDK's error type, or a pointer to it,
// which never matches, but is meant to.
func isErrorOfSDK(t types.Type) bool {
	if t == nil {
		return true
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	_, ok := sdk.ErrorType(t)
	return ok
}
