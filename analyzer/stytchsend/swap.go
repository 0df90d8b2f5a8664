package stytchsend

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// swap returns the edits that exchange a call of Send for one of its twin, if
// all that its parameters set can be set there as well, and all that is done
// with its result, but for what is removed, can be done with the twin's.
func (x *fixer) swap(rm *removal, cur inspector.Cursor) ([]analysis.TextEdit, bool) {
	call := cur.Node().(*ast.CallExpr)
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
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
	if params.Len() != len(call.Args) || results.Len() != 2 || !x.usesOnly(rm, cur, results.At(0).Type()) {
		return nil, false
	}
	edits := []analysis.TextEdit{edit.Replace(sel.Sel.Pos(), sel.Sel.End(), twinMethod)}
	for i, arg := range call.Args {
		want := params.At(i).Type()
		if types.AssignableTo(x.info.TypeOf(arg), want) {
			continue
		}
		name, ok := x.typeName(rm, arg, want)
		if !ok {
			return nil, false
		}
		edits = append(edits, edit.Replace(name.Pos(), name.End(), twinParams(name.Name)))
	}
	return edits, !slices.ContainsFunc(edits, rm.Aligned)
}

// typeName returns the name of the type of parameters that are written in a call, or
// in a variable that is there for it alone, if those of a twin have all that they set.
func (x *fixer) typeName(rm *removal, arg ast.Expr, want types.Type) (*ast.Ident, bool) {
	var set []*ast.Ident
	lit, ok := literal(arg)
	if !ok {
		id, _ := pointed(arg).(*ast.Ident)
		if lit, set, ok = x.formIn(rm, id); !ok {
			return nil, false
		}
	}
	name, _ := lit.Type.(*ast.Ident)
	if sel, ok := lit.Type.(*ast.SelectorExpr); ok {
		name = sel.Sel
	}
	if name == nil || !sdk.PointsTo(want, twinParams(name.Name)) || !sdk.PointsTo(types.NewPointer(x.info.TypeOf(lit)), name.Name) {
		return nil, false // an alias of the program's, or nothing written down
	}
	for _, elt := range lit.Elts {
		kv, _ := elt.(*ast.KeyValueExpr)
		if kv == nil {
			return nil, false
		}
		set = append(set, kv.Key.(*ast.Ident))
	}
	return name, !slices.ContainsFunc(set, func(key *ast.Ident) bool { return !hasField(want, x.info.Uses[key]) })
}

// literal returns the composite literal that an expression is, or leads to.
func literal(e ast.Expr) (*ast.CompositeLit, bool) {
	lit, ok := pointed(e).(*ast.CompositeLit)
	return lit, ok
}

// pointed returns what an expression is the address of, or else the expression.
func pointed(e ast.Expr) ast.Expr {
	if and, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && and.Op == token.AND {
		return ast.Unparen(and.X)
	}
	return ast.Unparen(e)
}

// formIn returns the literal that a variable holds which is there for one call
// alone, but for what is removed, and the fields that are set later.
func (x *fixer) formIn(rm *removal, id *ast.Ident) (lit *ast.CompositeLit, set []*ast.Ident, ok bool) {
	for _, cur := range x.uses.Of(x.info.Uses[id]) {
		other := cur.Node().(*ast.Ident)
		parent := cur.Parent()
		assign, _ := parent.Node().(*ast.AssignStmt)
		switch {
		case other == id || rm.Gone(other.Pos()):
		case x.info.Defs[other] != nil && assign != nil && len(assign.Lhs) == 1 && len(assign.Rhs) == 1:
			lit, ok = literal(assign.Rhs[0])
		case cur.ParentEdgeKind() == edge.SelectorExpr_X && parent.ParentEdgeKind() == edge.AssignStmt_Lhs:
			set = append(set, parent.Node().(*ast.SelectorExpr).Sel)
		default:
			return nil, nil, false
		}
	}
	return lit, set, ok
}

// usesOnly reports whether the results of a call are assigned or dropped, and
// of the first one only such fields are used as a struct has.
func (x *fixer) usesOnly(rm *removal, call inspector.Cursor, response types.Type) bool {
	assign, ok := call.Parent().Node().(*ast.AssignStmt)
	if !ok {
		_, ok := call.Parent().Node().(*ast.ExprStmt)
		return ok
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok || id.Name == "_" {
		return ok
	}
	if x.info.Defs[id] == nil {
		return false // it has the type of Send's response
	}
	return !slices.ContainsFunc(x.uses.Of(x.info.Defs[id])[1:], func(cur inspector.Cursor) bool {
		sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
		return !rm.Gone(cur.Node().Pos()) && (!ok || !hasField(response, x.info.Uses[sel.Sel]))
	})
}

// hasField reports whether what t is a pointer to has such a field as another one's.
func hasField(t types.Type, field types.Object) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, field.Pkg(), field.Name())
	return obj != nil && types.Identical(obj.Type(), field.Type())
}
