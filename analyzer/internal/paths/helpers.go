package paths

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/report"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// maxHelper is of how many statements a helper may be made that is told of. What is
// longer does more than to help others.
const maxHelper = 40

// findHelpers finds the functions that may be used on errors, or answer requests, and
// those among them that other packages have to be told of.
func (e *engine) findHelpers(x *outline) {
	if !e.check.Helpers || !isOfProgram(e.pass) {
		return
	}
	for _, f := range e.pass.Files {
		for _, d := range f.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || d.Body == nil || report.InTest(e.pass, d.Pos()) {
				continue
			}
			fn, ok := e.pass.TypesInfo.Defs[d.Name].(*types.Func)
			if ok && isHelper(fn.Signature()) {
				x.helps[d] = true
				if fn.Exported() && isNamedElsewhere(fn) && statements(d.Body) <= maxHelper {
					x.offers[d] = true
				}
			}
		}
	}
}

// isHelper reports whether a function may be used on errors, or answer requests, by
// its signature: it is handed an error, a function, what requests are answered with,
// or anything at all, or it makes an error of numbers and texts.
func isHelper(sig *types.Signature) bool {
	basic := true
	for v := range sig.Params().Variables() {
		t := v.Type()
		if isErrorLike(t) || library.KindOf(t).Is(library.Responder) {
			return true
		}
		switch t := t.Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Basic:
		case *types.Slice: // of a variadic function, or of errors
			if i, ok := t.Elem().Underlying().(*types.Interface); ok && (i.Empty() || isErrorLike(t.Elem())) {
				return true
			}
			basic = false
		default:
			basic = false
		}
	}
	n := sig.Results().Len()
	return n == 1 && basic && sig.Recv() == nil && isErrorLike(sig.Results().At(0).Type())
}

// statements returns how many statements a function is made of.
func statements(body *ast.BlockStmt) int {
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		if _, ok := node.(ast.Stmt); ok {
			n++
		}
		return n <= maxHelper
	})
	return n
}

// isOfProgram reports whether a package belongs to the program, and not to a module
// that it depends on, or to the standard library. The functions of these are followed
// only where something in them matters: all else would cost more than it finds.
func isOfProgram(pass *analysis.Pass) bool {
	path := pass.Pkg.Path()
	if sdk.InModule(path) || library.Knows(path) {
		return false
	}
	if pass.Module != nil {
		return pass.Module.Version == ""
	}
	return !library.IsStandard(path)
}
