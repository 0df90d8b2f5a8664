package codeflow

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// An assertionKind says where the operands of a testing library's functions
// are.
type assertionKind uint8

const (
	testify   assertionKind = iota + 1 // (t, x, y, ...), or (x, y, ...) as a method
	compared                           // (x, y, ...)
	quicktest                          // (t, x, checker, y), or (x, checker, y) as a method
	gomega                             // Expect(x).To(Equal(y))
)

var assertionPackages = map[string]assertionKind{
	"github.com/stretchr/testify/assert":  testify,
	"github.com/stretchr/testify/require": testify,
	"gotest.tools/v3/assert":              testify,
	"gotest.tools/assert":                 testify,
	"github.com/alecthomas/assert/v2":     testify,
	"github.com/matryer/is":               testify,
	"gotest.tools/v3/assert/cmp":          compared,
	"github.com/google/go-cmp/cmp":        compared,
	"github.com/go-quicktest/qt":          compared,
	"reflect":                             compared,
	"github.com/frankban/quicktest":       quicktest,
	"github.com/onsi/gomega":              gomega,
	"github.com/onsi/gomega/types":        gomega,
	"github.com/onsi/gomega/internal":     gomega,
}

// equalities are the names of functions that compare two operands for
// equality in the packages above.
var equalities = map[string]bool{
	"Equal": true, "NotEqual": true, "EqualValues": true, "NotEqualValues": true, "Exactly": true,
	"ObjectsAreEqual": true, "ObjectsAreEqualValues": true, "DeepEqual": true, "Diff": true,
	"Equals": true, "DeepEquals": true, "Assert": true, "Check": true,
}

// assertion notes what a call of a testing library compares. It reports
// whether the call is one.
func (b *builder) assertion(f *frame, call *ast.CallExpr, fn *types.Func) bool {
	kind := assertionPackages[fn.Pkg().Path()]
	if kind == 0 {
		return false
	}
	name := fn.Name()
	if kind == gomega {
		return b.gomega(f, call, name)
	}
	if kind == testify {
		name = strings.TrimSuffix(name, "f")
	}
	x, y := 0, 1
	if kind != compared && takesT(fn.Signature()) {
		x, y = 1, 2
	}
	if kind == quicktest {
		y++
	}
	if y >= len(call.Args) {
		return false
	}
	switch {
	case equalities[name]:
		b.compareAll(b.arg(f, call, x), b.arg(f, call, y))
	case kind <= compared && (name == "Contains" || name == "NotContains"):
		b.contains(f, call.Args[x], call.Args[y])
	default:
		return false
	}
	return true
}

// takesT reports whether a function takes the test as its first parameter:
// an interface with methods, or a pointer to testing's types.
func takesT(sig *types.Signature) bool {
	if sig.Recv() != nil || sig.Params().Len() == 0 {
		return false
	}
	switch t := sig.Params().At(0).Type().Underlying().(type) {
	case *types.Interface:
		return t.NumMethods() > 0
	case *types.Pointer:
		return true
	}
	return false
}

// contains notes what testify's Contains does: it looks for a substring, an
// element or a key.
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

// gomega notes what Expect(x).To(Equal(y)) compares.
func (b *builder) gomega(f *frame, call *ast.CallExpr, name string) bool {
	switch name {
	case "To", "ToNot", "NotTo", "Should", "ShouldNot":
	default:
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	actual, ok := ast.Unparen(sel.X).(*ast.CallExpr)
	if !ok || len(actual.Args) == 0 {
		return false
	}
	b.match(f, b.value(f, actual.Args[0]), call.Args[0])
	return true
}

// match notes what a matcher of gomega compares x with.
func (b *builder) match(f *frame, x *node, matcher ast.Expr) {
	call, ok := ast.Unparen(matcher).(*ast.CallExpr)
	if !ok {
		return
	}
	fn, ok := typeutil.Callee(b.info, call).(*types.Func)
	if !ok || fn.Pkg() == nil || assertionPackages[fn.Pkg().Path()] != gomega {
		return
	}
	switch fn.Name() {
	case "Not", "Or", "And", "SatisfyAny", "SatisfyAll":
		for _, m := range call.Args {
			b.match(f, x, m)
		}
		return
	}
	use, ok := matchers[fn.Name()]
	if !ok {
		return
	}
	for _, a := range call.Args {
		b.compare(use, x, b.value(f, a))
	}
}

// matchers are the matchers of gomega that compare text, with all of their
// arguments.
var matchers = map[string]Use{
	"Equal": Equal, "BeEquivalentTo": Equal, "BeIdenticalTo": Equal, "BeElementOf": Equal,
	"ContainSubstring": Substring, "HavePrefix": Prefix, "HaveSuffix": Suffix,
}
