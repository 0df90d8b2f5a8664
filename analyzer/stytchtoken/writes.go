package stytchtoken

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// A param is a parameter of a function, by its number.
type param struct {
	f *function
	i int
}

// writes reports whether a function of the package may write to what its
// parameter i leads to.
func (c *check) writes(f *function, i int) bool {
	if i >= len(f.params) || f.sig.Variadic() && i == len(f.params)-1 {
		return true
	}
	p := param{f, i}
	is, ok := c.written[p]
	if !ok {
		// A function that calls itself does no more by that.
		c.written[p] = false
		is = c.writesTo(f, f.params[i])
		c.written[p] = is
	}
	return is
}

// writesTo looks at every use of a parameter: it is read, in whole or in part,
// or handed to a function that does no more with it.
func (c *check) writesTo(f *function, v *types.Var) bool {
	found := false
	var stack []ast.Node
	ast.Inspect(f.body, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		if id, ok := n.(*ast.Ident); ok && c.info.Uses[id] == v {
			found = found || !c.onlyRead(stack)
		}
		return true
	})
	return found
}

// onlyRead reports whether the last node of a stack, a variable, is only read
// there.
func (c *check) onlyRead(stack []ast.Node) bool {
	i := len(stack) - 1
	e := stack[i].(ast.Expr)
	part := false // e is a part of the variable
	for i--; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.ParenExpr:
			e = n
			continue
		case *ast.SelectorExpr:
			if sel := c.info.Selections[n]; sel != nil && sel.Kind() == types.FieldVal {
				e, part = n, true
				continue
			}
			return c.methodReads(n, part)
		case *ast.StarExpr:
			e, part = n, true
			continue
		case *ast.IndexExpr:
			if n.X == e {
				e, part = n, true
				continue
			}
			return true
		case *ast.CallExpr:
			return c.callReads(n, e, part)
		case *ast.BinaryExpr, *ast.IfStmt, *ast.SwitchStmt, *ast.ForStmt, *ast.RangeStmt, *ast.ExprStmt:
			return true
		case *ast.AssignStmt:
			return part && !slices.Contains(n.Lhs, e) && isBasic(typeOf(c.info, e))
		case *ast.IncDecStmt:
			return false
		case *ast.UnaryExpr:
			return n.Op != token.AND
		case *ast.KeyValueExpr, *ast.CompositeLit, *ast.ReturnStmt, *ast.ValueSpec:
			return isBasic(typeOf(c.info, e))
		default:
			return false
		}
	}
	return false
}

// isBasic reports whether a copy of a value of type t leads nowhere.
func isBasic(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Basic, *types.Signature:
		return true
	}
	return false
}

// methodReads reports whether a method call on a variable or a part of it
// leaves it as it is.
func (c *check) methodReads(n *ast.SelectorExpr, part bool) bool {
	fn, ok := c.info.Uses[n.Sel].(*types.Func)
	if !ok {
		return false
	}
	if isSDK(fn) || readOnly(fn) || isLasting(typeOf(c.info, n.X)) {
		return true
	}
	if f := c.decls[fn.Origin()]; f != nil {
		return !c.writes(f, 0)
	}
	// What a part leads to is something else.
	_, pointer := typeOf(c.info, n.X).Underlying().(*types.Pointer)
	return part && (pointer || types.IsInterface(typeOf(c.info, n.X)))
}

// callReads reports whether a call leaves one of its arguments as it is.
func (c *check) callReads(call *ast.CallExpr, e ast.Expr, part bool) bool {
	if call.Fun == e || c.info.Types[call.Fun].IsType() {
		return true
	}
	if isBasic(typeOf(c.info, e)) || part && !isAggregate(typeOf(c.info, e)) {
		return true
	}
	switch fn := typeutil.Callee(c.info, call).(type) {
	case *types.Builtin:
		return fn.Name() == "len" || fn.Name() == "cap" || fn.Name() == "append"
	case *types.Func:
		if isSDK(fn) || readOnly(fn) {
			return true
		}
		f := c.decls[fn.Origin()]
		if f == nil {
			return false
		}
		shift := 0
		if fn.Signature().Recv() != nil {
			shift = 1
		}
		for i, arg := range call.Args {
			if arg == e {
				return !c.writes(f, i+shift)
			}
		}
	}
	return false
}
