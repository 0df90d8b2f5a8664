package valueflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// The SDK's errors are values. Whoever looks for a pointer to one finds it only where
// the program makes pointers itself, and lets them become errors.

// A Conversion is a pointer to an error of the SDK, or a literal of one, that becomes an
// error: it is assigned, passed or returned as one.
type Conversion struct {
	Expr ast.Expr
	// Own says that the program may have made the pointer. Others are nil, or were found
	// in an error.
	Own bool
	// Made are the expressions of the package that make it.
	Made []ast.Expr
}

// pointers are what a builder knows of pointers to errors of the SDK.
type pointers struct {
	conversions []conversion
	made        map[*node]ast.Expr
	targets     map[*node]bool // variables that searches in errors set
}

// A conversion is a Conversion in one frame.
type conversion struct {
	expr ast.Expr
	n    *node
}

// isErrorPointer reports whether t is a pointer to an error of the SDK.
func isErrorPointer(t types.Type) bool {
	if t == nil {
		return false
	}
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = sdk.ErrorType(p.Elem())
	return ok
}

// becomes notes that e is assigned, passed or returned as a value of type to, if that
// makes an error of a pointer.
func (b *builder) becomes(f *frame, e ast.Expr, to types.Type) {
	if b.errors.matter || !b.isPointerOrLiteral(e) || !library.IsErrorInterface(to) {
		return
	}
	n := b.value(f, e)
	if n == nil {
		n = b.node()
	}
	b.pointers.conversions = append(b.pointers.conversions, conversion{e, n})
}

// isPointerOrLiteral reports whether e is a pointer to an error of the SDK, or a literal
// of one.
func (b *builder) isPointerOrLiteral(e ast.Expr) bool {
	t := b.typeOf(e)
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok && lit.Type != nil {
		_, ok := sdk.ErrorType(t)
		return ok
	}
	return isErrorPointer(t)
}

// passedOn notes the arguments of a call that become errors, and the variables that it
// looks for in an error. In the graph of errors it notes those that may be asked.
func (b *builder) passedOn(f *frame, call *ast.CallExpr, callee types.Object) {
	if b.errors.matter {
		for _, a := range call.Args {
			b.asked(f, a)
		}
		return
	}
	for i, a := range call.Args {
		if v := library.Addressed(a); v != nil && isErrorPointer(b.typeOf(v)) && b.asks(call) {
			if n := b.value(f, v); n != nil {
				n.labels |= fromSearch
				b.pointers.targets = put(b.pointers.targets, n, true)
			}
		}
		if b.isPointerOrLiteral(a) {
			b.becomes(f, a, b.destination(call, callee, i))
		}
	}
}

// destination returns the type that the i-th argument of a call is passed as, nil if
// the call asks what it is.
func (b *builder) destination(call *ast.CallExpr, callee types.Object, i int) types.Type {
	sig, ok := b.signature(call.Fun)
	if !ok || sig.Params().Len() == 0 {
		return nil
	}
	declared, last := sig, sig.Params().Len()-1
	if fn, ok := callee.(*types.Func); ok {
		row := library.Of(fn)
		switch {
		case row.Does == library.ErrorAs, row.Does == library.ErrorAsType, row.Does == library.ErrorIs:
			return nil
		case row.Does == library.FormatError, row.Is(library.PassesOn):
			return library.ErrorType
		}
		declared = fn.Origin().Signature()
	}
	t, of := sig.Params().At(min(i, last)).Type(), declared.Params().At(min(i, last)).Type()
	if i >= last && sig.Variadic() {
		if call.Ellipsis.IsValid() {
			return nil
		}
		t, of = elemType(t), elemType(of)
	}
	if p, ok := of.(*types.TypeParam); ok && library.IsErrorValue(p) {
		return library.ErrorType // which it stands for
	}
	return t
}

// asks reports whether a call is given an error: who gets the address of a pointer as
// well looks for it in there.
func (b *builder) asks(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return library.IsErrorInterface(b.typeOf(a)) })
}

// isTarget reports whether an argument of type t is what a call looks for.
func (b *builder) isTarget(call *ast.CallExpr, t types.Type) bool {
	return t != nil && isErrorPointer(elemType(t)) && b.asks(call)
}

// makePointer returns a node for the pointer of type t that e makes.
func (b *builder) makePointer(e ast.Expr, t types.Type) *node {
	n := b.node()
	_, generic := types.Unalias(elemType(t)).(*types.TypeParam)
	if generic || isErrorPointer(t) {
		n.labels = ownPointer
		b.pointers.made = put(b.pointers.made, n, e)
	}
	return n
}

// found returns a node for a value of type t that was found in an error.
func (b *builder) found(t types.Type) *node {
	n := b.node()
	if isErrorPointer(t) {
		n.labels = fromSearch
	}
	return n
}

// foundResults says of the results of a generic function that is not in view that it
// found them in the error that it is given.
func (b *builder) foundResults(call *ast.CallExpr, callee *types.Func, sig *types.Signature, results []*node) []*node {
	declared := callee.Origin().Signature()
	for i, r := range results {
		t := declared.Results().At(i).Type()
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		if _, generic := t.(*types.TypeParam); generic && isErrorPointer(sig.Results().At(i).Type()) && b.asks(call) {
			r.labels = fromSearch
		}
	}
	return results
}

// clearTargets forgets the empty errors that searches put others in the place of.
func (b *builder) clearTargets() {
	for n := range b.pointers.targets {
		for _, from := range n.in {
			if isEmpty(b.pointers.made[from]) {
				from.labels &^= ownPointer
			}
		}
	}
}

// isEmpty reports whether e is new(T) or &T{}.
func isEmpty(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.CallExpr:
		return true
	case *ast.UnaryExpr:
		lit, ok := ast.Unparen(e.X).(*ast.CompositeLit)
		return ok && len(lit.Elts) == 0
	}
	return false
}

// findConversions returns the pointers of the package that become errors, in the order
// of the source.
func (b *builder) findConversions() []Conversion {
	type pair struct{ pointer, made ast.Expr }
	at, known := make(map[ast.Expr]*Conversion), make(map[pair]bool)
	steps := maxBackwards
	for _, c := range b.pointers.conversions {
		found := at[c.expr]
		if found == nil {
			found = &Conversion{Expr: c.expr}
			at[c.expr] = found
		}
		if c.n.labels&(ownPointer|fromElsewhere|anyExposed) == 0 {
			continue
		}
		found.Own = true
		b.backwards([]*node{c.n}, &steps, func(n *node) {
			e := b.pointers.made[n]
			if p := (pair{c.expr, e}); e != nil && n.labels&ownPointer != 0 && !known[p] {
				known[p] = true
				found.Made = append(found.Made, e)
			}
		})
	}
	var list []Conversion
	for _, c := range at {
		slices.SortFunc(c.Made, func(x, y ast.Expr) int { return cmp.Compare(x.Pos(), y.Pos()) })
		list = append(list, *c)
	}
	slices.SortFunc(list, func(x, y Conversion) int { return cmp.Compare(x.Expr.Pos(), y.Expr.Pos()) })
	return list
}
