package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/types/typeutil"
)

// contains notes what testify's Contains and its like do: they look for a substring,
// an element or a key.
func (b *builder) contains(f *frame, in, what ast.Expr) {
	x, y := b.value(f, in), b.value(f, what)
	t := b.typeOf(in)
	if x == nil || t == nil {
		return
	}
	switch t.Underlying().(type) {
	case *types.Basic:
		b.compare(Substring, x, y)
	case *types.Map:
		b.compare(Equal, y, b.key(x))
	case *types.Slice, *types.Array:
		b.compare(Equal, y, b.elem(x))
	}
}

// assertMatch notes what is compared by the checker between two arguments. It reports
// whether they are there.
func (b *builder) assertMatch(f *frame, call *ast.CallExpr, row library.Row) bool {
	if int(row.With) >= len(call.Args) {
		return false
	}
	x, y := call.Args[row.Arg], call.Args[row.With]
	checker := ast.Unparen(call.Args[row.With-1])
	does := b.matcher(checker)
	if does == library.MatchBy {
		if by, ok := checker.(*ast.CallExpr); ok && len(by.Args) == 1 {
			does = b.matcher(by.Args[0])
		}
	}
	switch does {
	case library.MatchEqual:
		b.compareAll(b.value(f, x), b.value(f, y))
	case library.MatchText:
		b.contains(f, x, y)
	default:
		b.value(f, x)
		b.value(f, y)
	}
	return true
}

// matcher returns what is known of a matcher or a checker: of a variable, or of the
// function that makes it.
func (b *builder) matcher(e ast.Expr) library.Role {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return library.Of(typeutil.Callee(b.info, e)).Does
	case *ast.SelectorExpr:
		return library.Of(b.info.Uses[e.Sel]).Does
	case *ast.Ident:
		return library.Of(b.info.Uses[e]).Does
	}
	return 0
}

// assertExpect notes what Expect(x).To(Equal(y)) compares. It reports whether x is there.
func (b *builder) assertExpect(f *frame, call *ast.CallExpr, row library.Row) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || int(row.Arg) >= len(call.Args) {
		return false
	}
	actual, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok || len(actual.Args) == 0 {
		return false
	}
	b.match(f, b.value(f, actual.Args[0]), call.Args[row.Arg])
	return true
}

// match notes what a matcher compares x with.
func (b *builder) match(f *frame, x *node, matcher ast.Expr) {
	call, ok := ast.Unparen(matcher).(*ast.CallExpr)
	if !ok {
		return
	}
	var use Use
	switch b.matcher(call) {
	case library.MatchBy:
		for _, m := range call.Args {
			b.match(f, x, m)
		}
		return
	case library.MatchEqual:
		use = Equal
	case library.MatchText:
		use = Substring
	case library.MatchPrefix:
		use = Prefix
	case library.MatchSuffix:
		use = Suffix
	default:
		return
	}
	for _, a := range call.Args {
		b.compare(use, x, b.value(f, a))
	}
}
