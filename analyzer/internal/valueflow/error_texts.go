package valueflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// errorCall evaluates a call that has to do with errors. It reports whether it is one.
func (b *builder) errorCall(f *frame, call *ast.CallExpr, fn *types.Func) ([]*node, bool) {
	fn = fn.Origin()
	if recv := fn.Signature().Recv(); recv != nil && fn.Name() == "Error" && len(call.Args) == 0 {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			n := b.node()
			n.kind = rendered
			if x := b.value(f, sel.X); x != nil && b.isError(b.typeOf(sel.X)) {
				b.edge(x, n)
			} else {
				n.labels = fromOtherError
			}
			return []*node{n}, true
		}
	}
	sig, ok := b.signature(call.Fun)
	switch {
	case !ok:
		return nil, false
	case sdk.IsCall(fn):
		results := b.unknownResults(sig)
		n := b.node()
		n.labels = fromError
		if sdk.CallFamily(fn) == sdk.OAuth2 {
			n.labels = fromOAuthError
		}
		b.errors.majors = put(b.errors.majors, n, []string{sdk.CallMajor(fn)})
		results[len(results)-1] = n
		return results, true
	case b.decls[fn] != nil:
		return nil, false
	}
	row := library.Of(fn)
	if n, ok := b.errorOperation(f, call, row); ok {
		return []*node{n}, true
	}
	if row.Does == 0 && fn.Pkg() != nil && library.IsStandard(fn.Pkg().Path()) && library.ReturnsError(sig) {
		results := b.callUnknown(f, call, fn)
		results[len(results)-1] = b.node()
		results[len(results)-1].labels = fromOwnError // it knows no codes
		return results, true
	}
	return nil, false
}

// errorOperation evaluates a call of a function of a library that makes an error or a
// text of others, or looks at the text of an error.
func (b *builder) errorOperation(f *frame, call *ast.CallExpr, row library.Row) (*node, bool) {
	arg, with := int(row.Arg), int(row.With)
	if len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return nil, false
	}
	switch row.Does {
	case library.Sprint, library.Sprintln, library.Sprintf:
		n, _ := b.sum(f, call.Args[0], call.Args[1:]...)
		return n, true
	case library.EditText:
		return b.text(f, call, arg), true
	case library.NewError, library.FormatError:
		return b.formatted(f, call.Args[0], call.Args[1:]), true
	case library.WrapError, library.UnwrapError:
		n := b.compose(true, true)
		for i, a := range call.Args {
			if i == 0 || b.info.Types[a].Value != nil {
				b.addPart(f, a, n, false)
			}
		}
		return n, true
	case library.JoinErrors:
		n := b.compose(true, true)
		for _, a := range call.Args {
			b.addPart(f, a, n, false)
		}
		return n, true
	case library.AssertErrorText:
		if max(arg, with) < len(call.Args) {
			b.compare(Substring, b.arg(f, call, arg), b.arg(f, call, with))
		}
		return nil, true
	case library.AssertErrorIs:
		if max(arg, with) < len(call.Args) {
			b.compare(Equal, b.arg(f, call, arg), b.arg(f, call, with))
		}
		return nil, true
	}
	return nil, false
}

// compose returns a node for what is made of several parts.
func (b *builder) compose(isError, around bool) *node {
	n := b.node()
	n.kind = composed
	b.errors.composed = append(b.errors.composed, composition{n, isError, around})
	return n
}

// addPart lets an error or a text flow into what is made of it.
func (b *builder) addPart(f *frame, e ast.Expr, to *node, loses bool) {
	x := b.value(f, e)
	if x == nil {
		return
	}
	if b.isError(b.typeOf(e)) {
		x = b.through(rendered, x)
	} else {
		x = b.through(joined, x)
	}
	if loses {
		x = b.through(losing, x)
	}
	b.edge(x, to)
}

// textIn returns a node for an error that is made with a text. In there, errors.As
// finds nothing.
func (b *builder) textIn(x *node) *node {
	n := b.compose(true, true)
	b.edge(b.through(losing, b.through(joined, x)), n)
	return n
}

// through returns a node of a kind, into which x flows.
func (b *builder) through(k kind, x *node) *node {
	n := b.node()
	n.kind = k
	b.edge(x, n)
	return n
}

// sum returns a node for the text that is made of several. It reports false in a graph
// without errors.
func (b *builder) sum(f *frame, first ast.Expr, others ...ast.Expr) (*node, bool) {
	if !b.errors.matter {
		return nil, false
	}
	n := b.compose(false, false)
	b.addPart(f, first, n, false)
	for _, e := range others {
		b.addPart(f, e, n, false)
	}
	return n, true
}

// formatted returns a node for an error that is made of a format and arguments.
func (b *builder) formatted(f *frame, format ast.Expr, args []ast.Expr) *node {
	pattern, _ := library.StringValue(b.info.Types[format].Value)
	errors := 0
	for _, a := range args {
		if b.isError(b.typeOf(a)) {
			errors++
		}
	}
	n := b.compose(true, errors > 0)
	b.addPart(f, format, n, true)
	for _, a := range args {
		b.addPart(f, a, n, !b.isError(b.typeOf(a)) || strings.Count(pattern, "%w") < errors)
	}
	return n
}

// compareErrors reports whether one of some expressions is an error. Two errors are
// compared by what they are, and not by their texts.
func (b *builder) compareErrors(list ...ast.Expr) bool {
	return slices.ContainsFunc(list, func(e ast.Expr) bool { return b.isError(b.typeOf(e)) })
}
