package codeflow

import (
	"go/ast"
	"go/types"
)

// passedTo notes that the constants among the arguments of a call are compared
// with a code by the function that they are passed to.
func (b *builder) passedTo(call *ast.CallExpr, fn *types.Func) {
	for _, a := range call.Args {
		a = ast.Unparen(a)
		if _, ok := stringValue(b.info.Types[a].Value); ok {
			b.via[a] = fn
		}
	}
}
