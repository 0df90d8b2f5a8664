package paths

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// How many statements a helper may be made of that is told of: one that is handed
// what a request is answered with, or the request, and nothing else, as handlers are,
// and any other. What is longer does more than to help others.
const (
	maxHandler = 6
	maxHelper  = 40
)

// findOffers finds the functions that may be used on errors, or answer requests, and
// that other packages have to be told of. There are none in a package that has to do
// with neither the SDK nor errors and requests in general, which go vet does not show
// to the check at all.
func (e *engine) findOffers(x *outline) {
	if !e.check.Helpers || !isOfProgram(e.pass) {
		return
	}
	takes := len(x.relevant) > 0 || sdk.IsImportedBy(e.pass.Pkg)
	for _, f := range e.syntax.Files {
		for _, d := range f.Decls {
			d, ok := d.(*ast.FuncDecl)
			if !ok || !d.Name.IsExported() || d.Body == nil {
				continue
			}
			fn, ok := e.pass.TypesInfo.Defs[d.Name].(*types.Func)
			if !ok {
				continue
			}
			counts := e.counts(d)
			if limit := helperLimit(fn.Signature()); (counts || limit > 0 && statements(d.Body, limit) <= limit) && isNamedElsewhere(fn) {
				x.offers[d] = true
			}
			takes = takes || counts || isTaker(fn)
		}
	}
	if !takes {
		clear(x.offers)
	}
}

// maxCounts is how many statements a function may have that only counts.
const maxCounts = 6

// counts reports whether a short function counts: others have to know that it does nothing
// else.
func (e *engine) counts(d *ast.FuncDecl) bool {
	found := false
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IncDecStmt:
			found = true
		case *ast.AssignStmt:
			found = found || n.Tok == token.ADD_ASSIGN
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(e.pass.TypesInfo, n).(*types.Func)
			found = found || ok && (e.Rule(fn).Is(library.Counts) || library.LooksLikeCount(fn))
		}
		return !found
	})
	return found && d.Type.Results == nil && statements(d.Body, maxCounts) <= maxCounts
}

// findHelpers finds all functions that may be used on errors, or answer requests.
func (e *engine) findHelpers(x *outline) {
	if !e.check.Helpers || !isOfProgram(e.pass) {
		return
	}
	for _, d := range x.decls {
		if helperLimit(d.obj.Signature()) > 0 {
			x.helps[d.node] = true
		}
	}
}

// isTaker reports whether a function is handed an error, or what requests are answered
// with, or a function that returns an error, in so many words, or is the method by which
// an exported type is an error.
func isTaker(fn *types.Func) bool {
	sig := fn.Signature()
	if recv := sig.Recv(); recv != nil && fn.Name() == "Error" && library.IsErrorValue(recv.Type()) && library.TypeName(recv.Type()).Exported() {
		return true
	}
	for v := range sig.Params().Variables() {
		t := types.Unalias(v.Type())
		if library.IsError(t) || library.KindOf(t).Is(library.Responder) {
			return true
		}
		switch t := t.(type) {
		case *types.Signature:
			if isFallible(t) {
				return true
			}
		case *types.Slice:
			if i, ok := types.Unalias(t.Elem()).(*types.Interface); ok && i.Empty() && sig.Variadic() {
				return true
			}
		}
	}
	return false
}

// helperLimit returns of how many statements a function may be made that may be used
// on errors, or answer requests, by its signature: it is handed an error, a function,
// what requests are answered with, or anything at all, or it makes an error of numbers
// and texts, or tells something of what holds an error. It is 0 for others.
func helperLimit(sig *types.Signature) int {
	basic, answers, others := true, false, false
	for v := range sig.Params().Variables() {
		t := v.Type()
		kind := library.KindOf(t)
		answers = answers || kind.Is(library.Responder)
		others = others || !kind.Is(library.Responder|library.Lasting)
		switch u := t.Underlying().(type) {
		case *types.Signature:
			return maxHelper
		case *types.Basic:
		case *types.Slice: // of a variadic function, or of errors
			if i, ok := u.Elem().Underlying().(*types.Interface); ok && (i.Empty() || library.IsErrorValue(u.Elem())) {
				return maxHelper
			}
			basic = false
		default:
			if library.IsErrorValue(t) {
				return maxHelper
			}
			basic = false
		}
	}
	n := sig.Results().Len()
	if looks(sig) {
		return maxHelper
	}
	makes := n == 1 && basic && sig.Recv() == nil && library.IsErrorValue(sig.Results().At(0).Type())
	switch {
	case makes, answers && others:
		return maxHelper
	case answers:
		return maxHandler
	}
	return 0
}

// looks reports whether a method with a signature says something about the error that its
// receiver holds, or is: no text, and not which one that wraps.
func looks(sig *types.Signature) bool {
	if sig.Recv() == nil || sig.Params().Len() > 0 || sig.Results().Len() == 0 {
		return false
	}
	t := sig.Recv().Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	result := sig.Results().At(0).Type()
	if library.IsErrorValue(types.NewPointer(t)) {
		return isBasic(result) && !isString(result)
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || isString(result) {
		return false
	}
	for f := range s.Fields() {
		if library.IsErrorValue(f.Type()) {
			return true
		}
	}
	return false
}

// statements returns how many statements a function is made of, or a number above a
// limit.
func statements(body *ast.BlockStmt, limit int) int {
	n := 0
	ast.Inspect(body, func(node ast.Node) bool {
		if _, ok := node.(ast.Stmt); ok {
			if _, block := node.(*ast.BlockStmt); !block {
				n++
			}
		}
		return n <= limit
	})
	return n
}

// isOfProgram reports whether a package belongs to the program, and not to a module
// that it depends on, or to the standard library. The functions of these are followed
// only where something in them matters: all else would cost more than it finds.
func isOfProgram(pass *analysis.Pass) bool {
	return !sdk.InModule(pass.Pkg.Path()) && library.IsOfProgram(pass)
}
