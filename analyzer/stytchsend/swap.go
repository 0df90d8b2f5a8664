package stytchsend

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// swap returns the edits that exchange a call of Send for one of its twin, if all that
// its parameters set can be set there as well, and all that is done with its result, but
// for what is removed, can be done with the twin's.
func (x *fixer) swap(rm *edit.Removal, cur inspector.Cursor, assign *ast.AssignStmt) ([]analysis.TextEdit, bool) {
	call := cur.Node().(*ast.CallExpr)
	sel, ok := call.Fun.(*ast.SelectorExpr)
	fn, isFunc := typeutil.Callee(x.info, call).(*types.Func)
	if !ok || !isFunc || x.request(fn.Origin()) == nil {
		return nil, false
	}
	obj, _, _ := types.LookupFieldOrMethod(x.info.TypeOf(sel.X), true, x.pass.Pkg, twinMethod)
	twin, ok := obj.(*types.Func)
	if !ok {
		return nil, false
	}
	params, results := twin.Signature().Params(), twin.Signature().Results()
	if params.Len() != len(call.Args) || results.Len() != 2 || !x.usesOnly(rm, assign.Lhs[0], results.At(0).Type()) {
		return nil, false
	}
	edits := []analysis.TextEdit{edit.Replace(sel.Sel.Pos(), sel.Sel.End(), twinMethod)}
	for i, arg := range call.Args {
		want := params.At(i).Type()
		if types.AssignableTo(x.info.TypeOf(arg), want) {
			continue
		}
		name := x.typeName(arg, want)
		if name == nil {
			return nil, false
		}
		edits = append(edits, edit.Replace(name.Pos(), name.End(), twinParams(name.Name)))
	}
	return edits, !slices.ContainsFunc(edits, rm.Aligned)
}

// typeName returns the name of the type of parameters that are written in a call; nil if
// they are not, or set what those of a twin do not have.
func (x *fixer) typeName(arg ast.Expr, want types.Type) *ast.Ident {
	and, ok := arg.(*ast.UnaryExpr)
	if !ok {
		return nil
	}
	lit, ok := and.X.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	name, _ := lit.Type.(*ast.Ident)
	if sel, ok := lit.Type.(*ast.SelectorExpr); ok {
		name = sel.Sel
	}
	if name == nil || !sdk.PointsTo(want, twinParams(name.Name)) || !sdk.PointsTo(x.info.TypeOf(arg), name.Name) {
		return nil // an alias of the program's
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || !hasField(want, x.info.Uses[kv.Key.(*ast.Ident)]) {
			return nil
		}
	}
	return name
}

// usesOnly reports whether of a response only such fields are used as another one has.
func (x *fixer) usesOnly(rm *edit.Removal, response ast.Expr, want types.Type) bool {
	id, ok := response.(*ast.Ident)
	if !ok || id.Name == "_" {
		return ok
	}
	return x.info.Defs[id] != nil && !slices.ContainsFunc(x.uses.Of(x.info.Defs[id])[1:], func(cur inspector.Cursor) bool {
		sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
		return !rm.Gone(cur.Node().Pos()) && (!ok || !hasField(want, x.info.Uses[sel.Sel]))
	})
}

// hasField reports whether what t is a pointer to has such a field as another one's.
func hasField(t types.Type, field types.Object) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, field.Pkg(), field.Name())
	return obj != nil && types.Identical(obj.Type(), field.Type())
}
