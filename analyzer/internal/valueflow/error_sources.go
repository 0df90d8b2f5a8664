package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// isError reports whether values of type t are errors, if those have nodes.
func (b *builder) isError(t types.Type) bool {
	if !b.errors.matter || t == nil {
		return false
	}
	is, ok := b.errors.types[t]
	if !ok {
		is = library.IsErrorValue(t)
		b.errors.types[t] = is
	}
	return is
}

// sdkError returns the label of the errors of type t, if that is one of the SDK's, and
// the major version.
func sdkError(t types.Type) (from labels, major string) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	name, ok := sdk.ErrorType(t)
	switch {
	case !ok:
		return 0, ""
	case name.Name() == "OAuth2Error":
		return fromOAuthError, sdk.Major(name.Pkg().Path())
	}
	return fromError, sdk.Major(name.Pkg().Path())
}

// taintError says that n, of the error type t, may be anything of that type.
func (b *builder) taintError(n *node, t types.Type) {
	from, major := sdkError(t)
	if from == 0 {
		n.labels |= fromElsewhere
		return
	}
	n.labels |= from
	b.errors.majors = put(b.errors.majors, n, []string{major})
}

// errorValue returns the node of the expression e, of which n is known: one of the
// SDK's types can be nothing else.
func (b *builder) errorValue(f *frame, e ast.Expr, n *node) *node {
	if !b.errors.matter {
		return n
	}
	t := single(b.typeOf(e))
	if !b.isError(t) {
		return n
	}
	if from, _ := sdkError(t); from != 0 {
		return b.unknown(t)
	}
	if n == nil {
		n = b.wrapper(f, e, t)
	}
	if n == nil {
		n = b.unknown(t)
	}
	return n
}

// message returns a node for the ErrorMessage of one of the SDK's errors, nil if v is
// none.
func (b *builder) message(v *types.Var) *node {
	if !b.errors.matter || !isMessage(v) {
		return nil
	}
	n := b.node()
	n.labels = fromMessage
	return n
}

func isMessage(v *types.Var) bool {
	return v.IsField() && v.Name() == "ErrorMessage" && sdk.IsErrorPackage(v.Pkg())
}

// handsErrors reports whether a function may do something with an error that it is
// given, or with the text of one. What others return depends on no caller.
func (b *builder) handsErrors(fn *function) bool {
	if b.errors.helps {
		return takesError(fn.obj)
	}
	for i, p := range fn.self.params {
		if p != nil && !isString(fn.self.paramType(i)) {
			return true
		}
	}
	return b.isShort(fn)
}

// taintParam says that callers which are not in view may pass anything.
func (b *builder) taintParam(n *node, t types.Type) {
	if b.isError(t) {
		n.labels |= fromCaller
		return
	}
	b.taint(n, t, 0)
}

// openLabels returns the labels of what callers that are not in view may pass beside
// others.
func (b *builder) openLabels(t types.Type) labels {
	if b.isError(t) {
		return exposedParam | fromCaller
	}
	return exposedParam
}

// settleErrors finds what errors and texts are that are made of parts of which nothing
// is known, and what function literals are given that nobody calls with anything. It
// returns the nodes that have a new label.
func (b *builder) settleErrors() []*node {
	var settled []*node
	label := func(n *node, l labels) {
		n.labels |= l
		settled = append(settled, n)
	}
	if b.errors.matter {
		for _, c := range b.closures {
			for i, p := range c.params {
				if p != nil && p.labels == 0 && b.isError(c.paramType(i)) {
					label(p, fromCaller)
				}
			}
		}
		b.propagate(settled)
	}
	for _, c := range b.errors.composed {
		switch n := c.n; {
		case n.labels&ofError != 0:
		case n.labels&beside != 0:
			label(n, fromElsewhere)
		case c.isError && !c.around:
			label(n, fromOwnError)
		}
	}
	return settled
}
