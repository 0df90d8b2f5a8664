package paths

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A filling is what the package puts into a field of interface type.
type filling struct {
	types []types.Type
	open  bool // and something whose type does not show
}

// fillings returns what the package puts into its fields of interface type, whatever
// the variable is that they are in.
func (e *engine) fillings() map[*types.Var]*filling {
	if e.filled != nil {
		return e.filled
	}
	e.filled = make(map[*types.Var]*filling)
	put := func(field *types.Var, value ast.Expr) {
		if field == nil || !types.IsInterface(field.Type()) {
			return
		}
		f := e.filled[field]
		if f == nil {
			f = new(filling)
			e.filled[field] = f
		}
		switch t := e.pass.TypesInfo.TypeOf(value); {
		case t == nil || types.IsInterface(t):
			f.open = true
		case t != types.Typ[types.UntypedNil] && !slices.ContainsFunc(f.types, func(o types.Type) bool { return types.Identical(o, t) }):
			f.types = append(f.types, t)
		}
	}
	for cur := range e.syntax.Root.Preorder((*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			t := e.pass.TypesInfo.TypeOf(n)
			if t == nil {
				continue
			}
			s, ok := t.Underlying().(*types.Struct)
			for i, elt := range n.Elts {
				if kv, is := elt.(*ast.KeyValueExpr); is && ok {
					if id, is := kv.Key.(*ast.Ident); is {
						field, _ := e.pass.TypesInfo.Uses[id].(*types.Var)
						put(field, kv.Value)
					}
				} else if ok && i < s.NumFields() {
					put(s.Field(i), elt)
				}
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				sel, ok := ast.Unparen(to).(*ast.SelectorExpr)
				if !ok {
					continue
				}
				field, _ := e.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
				if len(n.Lhs) == len(n.Rhs) {
					put(field, n.Rhs[i])
				} else {
					put(field, to) // of several results
				}
			}
		}
	}
	return e.filled
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
	ptr, ok := addr.X.Type().Underlying().(*types.Pointer)
	if !ok {
		return nil
	}
	s, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	field := s.Field(addr.Field)
	f := e.fillings()[field]
	if f == nil || f.open || field.Exported() || field.Pkg() != e.pass.Pkg {
		return nil
	}
	return f.types
}
