package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
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
	x, y, checker := call.Args[row.Arg], call.Args[row.With], ast.Unparen(call.Args[row.With-1])
	does := library.Matcher(b.info, checker).Does
	if by, ok := checker.(*ast.CallExpr); ok && does == library.MatchBy && len(by.Args) == 1 {
		does = library.Matcher(b.info, by.Args[0]).Does
	}
	switch does {
	case library.MatchEqual:
		b.comparesError(f, x, y, library.Matcher(b.info, checker).Does == does)
		b.compareAll(b.value(f, x), b.value(f, y))
	case library.MatchText:
		b.contains(f, x, y)
	case library.MatchError:
		b.compare(Equal, b.value(f, x), b.value(f, y))
	case library.MatchRegexp:
		b.compare(Pattern, b.value(f, x), b.value(f, y))
	default:
		b.value(f, x)
		b.value(f, y)
	}
	return true
}

// assertExpect notes what Expect(x).To(Equal(y)) compares. It reports whether x is
// there.
func (b *builder) assertExpect(f *frame, call *ast.CallExpr, row library.Row) bool {
	x := library.Expected(call)
	if x == nil || int(row.Arg) >= len(call.Args) {
		return false
	}
	b.match(f, b.asserted(f, x), call.Args[row.Arg])
	if m, ok := ast.Unparen(call.Args[row.Arg]).(*ast.CallExpr); ok && len(m.Args) == 1 && library.Matcher(b.info, m).Does == library.MatchEqual {
		b.comparesError(f, x, m.Args[0], !row.Is(library.Negated))
	}
	return true
}

// asserted returns the node of what an assertion is about: for a function, which is
// called until it is so, that of what it returns.
func (b *builder) asserted(f *frame, e ast.Expr) *node {
	x := b.value(f, e)
	sig, ok := b.signature(e)
	if x == nil || !ok || sig.Results().Len() == 0 {
		return x
	}
	return b.callOf(x, sig, nil, b.nodesOf(sig.Params())).results[0]
}

// match notes what a matcher compares x with.
func (b *builder) match(f *frame, x *node, matcher ast.Expr) {
	call, ok := ast.Unparen(matcher).(*ast.CallExpr)
	if !ok {
		return
	}
	var use Use
	switch library.Matcher(b.info, call).Does {
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
	case library.MatchRegexp:
		if len(call.Args) > 0 {
			b.compare(Pattern, x, b.value(f, call.Args[0]))
		}
		return
	case library.MatchError:
		if len(call.Args) > 0 && !isString(b.typeOf(call.Args[0])) {
			b.match(f, x, call.Args[0]) // the text of the error
			return
		}
		use = Equal
	default:
		return
	}
	for _, a := range call.Args {
		b.compare(use, x, b.value(f, a))
	}
}
