package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// onlyRead reports whether a variable is only read where it is named.
func (c *check) onlyRead(cur inspector.Cursor) bool {
	part := false // cur is a part of the variable
	for {
		e := cur.Node().(ast.Expr)
		cur = cur.Parent()
		switch n := cur.Node().(type) {
		case *ast.ParenExpr:
			continue
		case *ast.SelectorExpr:
			if sel := c.info.Selections[n]; sel != nil && sel.Kind() == types.FieldVal {
				part = true
				continue
			}
			return c.methodReads(n, part)
		case *ast.StarExpr:
			part = true
			continue
		case *ast.IndexExpr:
			if n.X == e {
				part = true
				continue
			}
			return true
		case *ast.CallExpr:
			return c.callReads(n, e, part)
		case *ast.BinaryExpr, *ast.IfStmt, *ast.SwitchStmt, *ast.ForStmt, *ast.RangeStmt, *ast.ExprStmt:
			return true
		case *ast.AssignStmt:
			return part && !slices.Contains(n.Lhs, e) && isBasic(c.info.TypeOf(e))
		case *ast.UnaryExpr:
			return n.Op != token.AND
		case *ast.KeyValueExpr, *ast.CompositeLit, *ast.ReturnStmt, *ast.ValueSpec:
			return isBasic(c.info.TypeOf(e))
		default:
			return false
		}
	}
}

// methodReads reports whether a method call on a variable or a part of it leaves
// it as it is.
func (c *check) methodReads(n *ast.SelectorExpr, part bool) bool {
	fn, ok := c.info.Uses[n.Sel].(*types.Func)
	if !ok {
		return false
	}
	if library.Of(fn).Is(library.ReadsOnly) || library.KindOf(c.info.TypeOf(n.X)).Is(library.Lasting) {
		return true
	}
	// What a part leads to is something else.
	_, pointer := c.info.TypeOf(n.X).Underlying().(*types.Pointer)
	return part && (pointer || types.IsInterface(c.info.TypeOf(n.X)))
}

// callReads reports whether a call leaves one of its arguments as it is.
func (c *check) callReads(call *ast.CallExpr, e ast.Expr, part bool) bool {
	if call.Fun == e || c.info.Types[call.Fun].IsType() || isBasic(c.info.TypeOf(e)) {
		return true
	}
	switch c.info.TypeOf(e).Underlying().(type) {
	case *types.Struct, *types.Array:
	default:
		if part {
			return true
		}
	}
	fn, ok := typeutil.Callee(c.info, call).(*types.Func)
	return ok && library.Of(fn).Is(library.ReadsOnly)
}

// isBasic reports whether a copy of a value of type t leads nowhere.
func isBasic(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Basic, *types.Signature:
		return true
	}
	return false
}
