package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// operate evaluates a call of a function of a library by what is known of it. It
// returns the node of the result, nil if that can hold no code, and whether the
// function is known.
func (b *builder) operate(f *frame, call *ast.CallExpr, row library.Row) (n *node, ok bool) {
	arg, with := int(row.Arg), int(row.With)
	switch row.Does {
	case library.SameText, library.LowerText:
		return b.text(f, call, arg), true
	case library.OnceFunc, library.CompilePattern:
		return b.arg(f, call, arg), true
	case library.SameList:
		return b.sameList(f, call, arg), true
	case library.FirstSet:
		return b.passAny(f, call), true
	case library.UpperText:
		n := b.node()
		n.kind = uppered
		b.edge(b.text(f, call, arg), n)
		return n, true
	case library.CompareText:
		b.compares(f, call, row, Equal)
		return nil, true
	case library.FoldText:
		b.compares(f, call, row, Fold)
		return nil, true
	case library.HasPrefix:
		b.compares(f, call, row, Prefix)
		return nil, true
	case library.HasSuffix:
		b.compares(f, call, row, Suffix)
		return nil, true
	case library.HasText, library.FindText:
		b.compares(f, call, row, Substring)
		return nil, true
	case library.MatchPattern:
		b.matchPattern(f, call, row)
		if t := single(b.typeOf(call)); b.holds(t) {
			return b.unknown(t), true // what it finds
		}
		return nil, true
	case library.SplitText, library.SplitFields:
		return b.split(f, call, row), true
	case library.HasElement, library.FindElement:
		if s := b.arg(f, call, arg); s != nil {
			b.compare(Equal, b.arg(f, call, with), b.elem(s))
			if with < len(call.Args) {
				b.looksUp(call.Args[with], b.elem(s))
			}
		}
		return nil, true
	case library.FindBy:
		b.findBy(f, call, row)
		return nil, true
	case library.EqualValues, library.AssertEqual:
		if max(arg, with) < len(call.Args) {
			if b.compareErrors(call.Args[arg], call.Args[with]) {
				return nil, false
			}
			b.comparesError(f, call.Args[arg], call.Args[with], row.Does == library.AssertEqual && !row.Is(library.Negated))
		}
		b.compareAll(b.arg(f, call, arg), b.arg(f, call, with))
		return nil, true
	case library.JoinLists:
		n := b.node()
		for i, a := range call.Args {
			b.flow(b.arg(f, call, i), n, b.typeOf(a))
		}
		return n, true
	case library.CopyMap:
		if dst, src := b.arg(f, call, arg), b.arg(f, call, with); dst != nil && src != nil {
			b.edge(b.key(src), b.storeKey(dst))
			b.edge(b.elem(src), b.storeElem(dst))
		}
		return nil, true
	case library.MapKeys, library.MapValues:
		n := b.node()
		if m := b.arg(f, call, arg); m != nil {
			from := b.key(m)
			if row.Does == library.MapValues {
				from = b.elem(m)
			}
			b.edge(from, b.elem(n)) // an iterator counts as a container of what it yields
		}
		return n, true
	case library.PointerTo:
		p := b.node()
		b.edge(b.arg(f, call, arg), b.elem(p))
		return p, true
	case library.PointedTo:
		if p := b.arg(f, call, arg); p != nil {
			return b.elem(p), true
		}
		return nil, true
	case library.Sprint:
		return b.sprint(f, call), true
	case library.Sprintf:
		return b.sprintf(f, call), true
	case library.ErrorAs:
		return nil, true // what it sets has labels by its type, or from nowhere
	case library.ErrorAsType:
		if t := single(b.typeOf(call)); t != nil && b.holds(t) {
			return b.found(t), true
		}
	case library.GetEnv:
		return b.makeText(row.Does, b.arg(f, call, arg))
	case library.FlagText:
		set, ok := b.makeText(library.GetEnv, b.arg(f, call, arg))
		if !ok {
			return nil, false
		}
		p := b.node()
		b.edge(set, b.elem(p))
		b.edge(b.arg(f, call, with), b.elem(p))
		return p, true
	case library.AssertContains:
		if max(arg, with) >= len(call.Args) {
			return nil, false
		}
		b.contains(f, call.Args[arg], call.Args[with])
		return nil, true
	case library.AssertMatch:
		return nil, b.assertMatch(f, call, row)
	case library.Expect:
		return nil, b.assertExpect(f, call, row)
	}
	return nil, false
}

// sameList returns the i-th argument, or a list of what it yields.
func (b *builder) sameList(f *frame, call *ast.CallExpr, i int) *node {
	list := b.arg(f, call, i)
	if list == nil || i >= len(call.Args) {
		return list
	}
	sig, ok := core(b.typeOf(call.Args[i])).(*types.Signature)
	if !ok || list.elem != nil || list.has().key != nil {
		return list
	}
	yielded, of := b.yields(list, sig)
	if of.Len() != 1 {
		return nil
	}
	list = b.node()
	b.flow(yielded[0], b.elem(list), of.At(0).Type())
	return list
}

// arg evaluates the i-th argument.
func (b *builder) arg(f *frame, call *ast.CallExpr, i int) *node {
	if i >= len(call.Args) {
		return b.blank(call, i)
	}
	return b.value(f, call.Args[i])
}

// text is arg for a text, which may be converted to bytes.
func (b *builder) text(f *frame, call *ast.CallExpr, i int) *node {
	if i < len(call.Args) {
		if conv, ok := ast.Unparen(call.Args[i]).(*ast.CallExpr); ok && len(conv.Args) == 1 && b.info.Types[conv.Fun].IsType() && isString(b.typeOf(conv.Args[0])) {
			return b.value(f, conv.Args[0])
		}
	}
	return b.arg(f, call, i)
}

// passAny evaluates a function whose result is one of its arguments.
func (b *builder) passAny(f *frame, call *ast.CallExpr) *node {
	n := b.node()
	for i, a := range call.Args {
		x := b.arg(f, call, i)
		if call.Ellipsis.IsValid() && x != nil {
			b.flow(b.elem(x), n, b.typeOf(call))
			continue
		}
		b.flow(x, n, b.typeOf(a))
	}
	return n
}

// compares evaluates a function that compares two arguments.
func (b *builder) compares(f *frame, call *ast.CallExpr, row library.Row, use Use) {
	b.compare(use, b.text(f, call, int(row.Arg)), b.text(f, call, int(row.With)))
}

// sprint is fmt.Sprint: of a lone code it is that code.
func (b *builder) sprint(f *frame, call *ast.CallExpr) *node {
	if len(call.Args) == 1 && !call.Ellipsis.IsValid() {
		if t := b.typeOf(call.Args[0]); isString(t) {
			return b.arg(f, call, 0)
		}
	}
	return b.unknown(b.typeOf(call))
}

// sprintf is fmt.Sprintf: with a format that is nothing but a verb for text it
// is its argument.
func (b *builder) sprintf(f *frame, call *ast.CallExpr) *node {
	if len(call.Args) == 2 && !call.Ellipsis.IsValid() {
		format, ok := library.StringValue(b.info.Types[call.Args[0]].Value)
		if t := b.typeOf(call.Args[1]); ok && isString(t) && (format == "%s" || format == "%v") {
			return b.arg(f, call, 1)
		}
	}
	if n, ok := b.makeText(library.Sprintf, b.arg(f, call, 0)); ok {
		return n
	}
	return b.unknown(b.typeOf(call))
}

// findBy evaluates a function that calls one of its arguments with the elements of
// another.
func (b *builder) findBy(f *frame, call *ast.CallExpr, row library.Row) {
	if int(row.With) >= len(call.Args) {
		return // it is not written yet
	}
	s, fun := b.arg(f, call, int(row.Arg)), b.arg(f, call, int(row.With))
	sig, ok := b.signature(call.Args[row.With])
	if s == nil || fun == nil || !ok {
		return
	}
	b.callOf(fun, sig, nil, []*node{b.elem(s)})
}
