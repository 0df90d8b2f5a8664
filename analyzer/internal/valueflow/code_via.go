package valueflow

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// passedTo notes that the constants among the arguments of a call are compared
// with a code by the function that they are passed to.
func (b *builder) passedTo(call *ast.CallExpr, fn *types.Func) {
	for _, a := range call.Args {
		a = ast.Unparen(a)
		if _, ok := library.StringValue(b.info.Types[a].Value); ok {
			b.via[a] = fn
		}
	}
}

// answers reports whether fn is a question with yes or no for an answer, or
// makes an error, so that what it does with a constant stays inside of it. Of
// other functions it is not known here whether they compare a constant, keep
// it, or pass it on.
func answers(fn *types.Func) bool {
	results := fn.Signature().Results()
	if results.Len() != 1 {
		return false
	}
	t := results.At(0).Type()
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsBoolean != 0 || library.IsError(t)
}
