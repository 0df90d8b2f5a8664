package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// keys returns the place of a key in the literal of a map.
func (x *fixer) keys(cur inspector.Cursor) []spot {
	lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit)
	if !ok {
		return nil
	}
	g := x.together(lit, func() []ast.Expr { return keysOf(lit) })
	e := cur.Node().(ast.Expr)
	return []spot{x.spot(g, e, func() (cut, bool) {
		if !isMap(x.pass.TypesInfo.TypeOf(lit)) {
			return cut{}, false
		}
		list := x.series(lit, g, func() *series {
			return &series{members: keysOf(lit), nodes: lit.Elts, open: lit.Lbrace, close: lit.Rbrace}
		})
		kept := list.index[x.stays(g, e)]
		a := x.numbers.of(lit.Elts[list.index[e]].(*ast.KeyValueExpr).Value)
		b := x.numbers.of(lit.Elts[kept].(*ast.KeyValueExpr).Value)
		if a.id != b.id || !a.pure || a.wrong > 0 || !x.sets.asked(cur.Parent().Parent()) {
			return cut{}, false
		}
		return x.takeOut(list, e)
	})}
}

func keysOf(lit *ast.CompositeLit) []ast.Expr {
	var keys []ast.Expr
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			keys = append(keys, kv.Key)
		}
	}
	return keys
}

// valuesOf returns the elements of a literal, without their keys.
func valuesOf(lit *ast.CompositeLit) []ast.Expr {
	values := slices.Clone(lit.Elts)
	for i, elt := range values {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			values[i] = kv.Value
		}
	}
	return values
}

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Map)
	return ok
}

// elements returns the place of an element of a list, or of a field in the
// same field of the rows of a table.
func (x *fixer) elements(cur inspector.Cursor) []spot {
	e := cur.Node().(ast.Expr)
	owner := cur.Parent()
	if cur.ParentEdgeKind() == edge.KeyValueExpr_Value {
		owner = owner.Parent()
	}
	lit, ok := owner.Node().(*ast.CompositeLit)
	if ok && isSlice(x.pass.TypesInfo.TypeOf(lit)) {
		g := x.together(lit, func() []ast.Expr { return valuesOf(lit) })
		return []spot{x.spot(g, e, func() (cut, bool) {
			list := x.series(lit, g, func() *series {
				return &series{members: lit.Elts, open: lit.Lbrace, close: lit.Rbrace, keyed: len(keysOf(lit)) > 0}
			})
			if _, ok := x.pass.TypesInfo.TypeOf(lit).Underlying().(*types.Slice); !ok || list.keyed || !x.sets.asked(owner) {
				return cut{}, false
			}
			return x.takeOut(list, e)
		})}
	}
	var path []any // of fields and positions, from the inside out
	for {
		switch kind, i := cur.ParentEdge(); kind {
		case edge.KeyValueExpr_Value:
			field, ok := cur.Parent().Node().(*ast.KeyValueExpr).Key.(*ast.Ident)
			if !ok {
				return nil
			}
			path = append(path, field.Name)
			cur = cur.Parent().Parent()
		case edge.CompositeLit_Elts:
			path = append(path, i)
			cur = cur.Parent()
		default:
			return nil
		}
		row := cur.Node().(ast.Expr)
		if u, ok := cur.Parent().Node().(*ast.UnaryExpr); ok && u.Op == token.AND {
			cur = cur.Parent()
		}
		if table, ok := cur.Parent().Node().(*ast.CompositeLit); ok && isSlice(x.pass.TypesInfo.TypeOf(table)) {
			if _, ok := sdk.ErrorType(x.pass.TypesInfo.TypeOf(row)); ok {
				return nil // a list of errors, which may be alike
			}
			type column struct {
				table *ast.CompositeLit
				path  string
			}
			key := column{table, fmt.Sprint(path...)}
			g := x.together(key, func() []ast.Expr { return columnOf(table, path) })
			return []spot{x.spot(g, e, nil)}
		}
	}
}

// columnOf returns what stands at a path in each row of a table.
func columnOf(table *ast.CompositeLit, path []any) []ast.Expr {
	var column []ast.Expr
	for _, row := range table.Elts {
		if e := follow(row, path); e != nil {
			column = append(column, e)
		}
	}
	return column
}

// follow returns what stands at a path in a row, or nil.
func follow(e ast.Expr, path []any) ast.Expr {
	for _, step := range slices.Backward(path) {
		if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
			e = u.X
		}
		lit, ok := e.(*ast.CompositeLit)
		if !ok {
			return nil
		}
		i := slices.IndexFunc(lit.Elts, func(elt ast.Expr) bool {
			kv, ok := elt.(*ast.KeyValueExpr)
			if !ok {
				return false
			}
			id, ok := kv.Key.(*ast.Ident)
			return ok && id.Name == step
		})
		if position, ok := step.(int); ok && position < len(lit.Elts) {
			i = position
		}
		if i < 0 {
			return nil
		}
		e = lit.Elts[i]
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
	}
	return e
}

func isSlice(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	}
	return false
}

// assigned returns the place of a key under which a map is filled.
func (x *fixer) assigned(index inspector.Cursor) []spot {
	target, ok := index.Node().(*ast.IndexExpr)
	if !ok || index.ParentEdgeKind() != edge.AssignStmt_Lhs {
		return nil
	}
	id, ok := ast.Unparen(target.X).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := x.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || !isMap(v.Type()) {
		return nil
	}
	g := x.together(v, func() []ast.Expr {
		var keys []ast.Expr
		for _, use := range x.sets.uses(v) {
			if i, ok := use.Parent().Node().(*ast.IndexExpr); ok && use.Parent().ParentEdgeKind() == edge.AssignStmt_Lhs {
				keys = append(keys, i.Index)
			}
		}
		return keys
	})
	return []spot{x.spot(g, target.Index, nil)}
}
