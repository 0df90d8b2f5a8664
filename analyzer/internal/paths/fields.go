package paths

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A filling is what the package puts into a field.
type filling struct {
	types      []types.Type // if that is an interface
	open       bool         // and something whose type does not show
	perRequest bool         // in a function that handles requests
}

// fillings returns what the package puts into its fields, whatever the variable is that
// they are in.
func (e *engine) fillings() map[*types.Var]*filling {
	if e.filled != nil {
		return e.filled
	}
	e.filled = make(map[*types.Var]*filling)
	for cur := range e.syntax.Root.Preorder((*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		fieldsSet(e.pass.TypesInfo, cur.Node(), func(obj types.Object, value ast.Expr) {
			field, ok := obj.(*types.Var)
			if !ok || !field.IsField() {
				return
			}
			f := e.filled[field.Origin()]
			if f == nil {
				f = new(filling)
				e.filled[field.Origin()] = f
			}
			f.perRequest = f.perRequest || handlesRequests(e.pass.TypesInfo, cur)
			switch t := e.pass.TypesInfo.TypeOf(value); {
			case t == nil || types.IsInterface(t):
				f.open = true
			case types.IsInterface(field.Type()) && t != types.Typ[types.UntypedNil] && !slices.ContainsFunc(f.types, func(o types.Type) bool { return types.Identical(o, t) }):
				f.types = append(f.types, t)
			}
		})
	}
	return e.filled
}

// fieldsSet calls put for each field that a literal or an assignment sets, with the value;
// with the field itself for one of several results.
func fieldsSet(info *types.Info, n ast.Node, put func(field types.Object, value ast.Expr)) {
	switch n := n.(type) {
	case *ast.CompositeLit:
		t := info.TypeOf(n)
		if t == nil {
			return
		}
		if s, ok := t.Underlying().(*types.Struct); ok {
			for field, value := range library.Fields(info, n, s) {
				put(field, value)
			}
		}
	case *ast.AssignStmt:
		for i, to := range n.Lhs {
			sel, ok := ast.Unparen(to).(*ast.SelectorExpr)
			switch {
			case !ok:
			case len(n.Lhs) == len(n.Rhs):
				put(info.Uses[sel.Sel], n.Rhs[i])
			default:
				put(info.Uses[sel.Sel], to)
			}
		}
	}
}

// handlesRequests reports whether a node stands in a function that handles requests.
func handlesRequests(info *types.Info, cur inspector.Cursor) bool {
	for around := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if sig := library.SignatureOf(info, around.Node()); sig != nil && library.TakesRequest(sig) {
			return true
		}
	}
	return false
}

// filling returns what the package puts into a field; nil if that is nothing.
func (e *engine) filling(field *types.Var) *filling {
	if field == nil {
		return nil
	}
	return e.fillings()[field.Origin()]
}

// filledWith returns the types of all that the package puts into the field that a
// value was read from; nil if that is not known, or others may put something there.
func (e *engine) filledWith(v ssa.Value) []types.Type {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	field := fieldOf(addr.X.Type(), addr.Field)
	f := e.filling(field)
	if f == nil || f.open || field.Exported() || field.Pkg() != e.pass.Pkg {
		return nil
	}
	return f.types
}
