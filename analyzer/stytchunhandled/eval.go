package stytchunhandled

import (
	"go/ast"
	"go/token"
	"go/types"
)

// eval returns what an expression has to do with the error, and notes the signs
// of its parts.
func (w *walker) eval(e ast.Expr, s state) value {
	switch e := e.(type) {
	case *ast.Ident:
		if v := w.check.variable(e); v != nil {
			return w.value(s, v)
		}
	case *ast.ParenExpr:
		return w.eval(e.X, s)
	case *ast.CallExpr:
		return w.call(e, s)
	case *ast.SelectorExpr:
		return w.selector(e, s)
	case *ast.BinaryExpr:
		return w.binary(e, s)
	case *ast.UnaryExpr:
		v := w.eval(e.X, s)
		if e.Op == token.AND && v.kind != nothing {
			if _, ok := ast.Unparen(e.X).(*ast.CompositeLit); !ok {
				w.sign.examined = true // the address of the variable
			}
		}
		return v
	case *ast.StarExpr:
		return w.eval(e.X, s)
	case *ast.TypeAssertExpr:
		w.escapes(w.eval(e.X, s))
	case *ast.IndexExpr:
		w.escapes(w.eval(e.Index, s))
		return holder(w.eval(e.X, s))
	case *ast.SliceExpr:
		return w.eval(e.X, s)
	case *ast.CompositeLit:
		return w.literal(e, s)
	case *ast.KeyValueExpr:
		w.escapes(w.eval(e.Key, s))
		return w.eval(e.Value, s)
	case *ast.FuncLit:
		if w.mentions(e, s) {
			w.sign.examined = true
		}
	}
	return value{}
}

// holder returns the value of something that holds a value.
func holder(v value) value {
	if v.kind == nothing {
		return v
	}
	return value{kind: text, lost: true}
}

func (w *walker) literal(e *ast.CompositeLit, s state) value {
	var all value
	for _, elt := range e.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if _, isStruct := types.Unalias(typeOrInvalid(w.check.info.TypeOf(e))).Underlying().(*types.Struct); isStruct {
				elt = kv.Value // the key is the name of a field
			}
		}
		if v := w.eval(elt, s); v.kind != nothing {
			all = holder(v)
		}
	}
	return all
}

func typeOrInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

func (w *walker) selector(e *ast.SelectorExpr, s state) value {
	if v := w.check.sentinel(e); v != nil {
		return value{kind: replying, reply: v}
	}
	if w.check.isPackage(e.X) {
		return value{}
	}
	switch v := w.eval(e.X, s); v.kind {
	case failure:
		w.sign.examined = true
	case text:
		return v
	default:
	}
	return value{}
}

// isPackage reports whether an expression names a package.
func (c *check) isPackage(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	_, ok = c.info.Uses[id].(*types.PkgName)
	return ok
}

func (w *walker) binary(e *ast.BinaryExpr, s state) value {
	x, y := w.eval(e.X, s), w.eval(e.Y, s)
	if x.kind == nothing && y.kind == nothing {
		return value{}
	}
	if e.Op == token.ADD {
		return value{kind: text, lost: true}
	}
	w.escapes(x)
	w.escapes(y)
	return value{}
}
