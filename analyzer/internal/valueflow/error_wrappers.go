package valueflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// wrapper returns the node of a literal of an error of the program's own, if that puts
// the text of the one that it wraps into its own; nil if it is none:
//
//	func (e *OpError) Error() string { return e.Op + ": " + e.Err.Error() }
func (b *builder) wrapper(f *frame, e ast.Expr, t types.Type) *node {
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	s, isStruct := b.typeOf(lit).Underlying().(*types.Struct)
	fn := b.decls[methodOf(t, "Error")]
	if !isStruct || fn == nil || fn.decl.Body == nil || methodOf(t, "Unwrap") == nil {
		return nil
	}
	said := b.saidBy(fn.decl.Body)
	wraps := false
	for field := range library.Fields(b.info, lit, s) {
		wraps = wraps || said[field] && b.isError(field.Type())
	}
	if !wraps {
		return nil
	}
	n := b.compose(true, true)
	for field, value := range library.Fields(b.info, lit, s) {
		if said[field] {
			b.addPart(f, value, n, false)
		}
	}
	return n
}

// methodOf returns the method of a type that has a name, nil if it has none.
func methodOf(t types.Type, name string) *types.Func {
	fn, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	method, _ := fn.(*types.Func)
	return method
}

// saidBy returns the fields with errors and texts that are in the text which a method
// returns: the errors that it asks for theirs, and each text that it reads, for that may
// be the program's own.
func (b *builder) saidBy(body *ast.BlockStmt) map[*types.Var]bool {
	said := make(map[*types.Var]bool)
	add := func(e ast.Expr, is func(types.Type) bool) {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
			if v, ok := b.info.Uses[sel.Sel].(*types.Var); ok && v.IsField() && is(v.Type()) {
				said[v] = true
			}
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			add(sel, isString)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch fn := b.callee(call); library.Of(fn).Does {
		case library.Sprint, library.Sprintln, library.Sprintf:
			for _, arg := range call.Args {
				add(arg, b.isError)
			}
		default:
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn != nil && fn.Name() == "Error" {
				add(sel.X, b.isError)
			}
		}
		return true
	})
	return said
}
