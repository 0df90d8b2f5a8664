package library

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
)

// SignatureOf returns the signature of a function that n declares or is a literal of,
// nil if it does neither.
func SignatureOf(info *types.Info, n ast.Node) *types.Signature {
	var t types.Type
	switch n := n.(type) {
	case *ast.FuncDecl:
		t = info.TypeOf(n.Name)
	case *ast.FuncLit:
		t = info.TypeOf(n)
	}
	sig, _ := t.(*types.Signature)
	return sig
}

// Addressed returns the v of &v, nil for all else.
func Addressed(e ast.Expr) *ast.Ident {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return nil
	}
	id, _ := ast.Unparen(addr.X).(*ast.Ident)
	return id
}

// Named returns what an identifier or a selector names, nil for all else.
func Named(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.Uses[e]
	case *ast.SelectorExpr:
		return info.Uses[e.Sel]
	}
	return nil
}

// Fields returns the fields that a literal of a struct sets, and to what.
func Fields(info *types.Info, lit *ast.CompositeLit, s *types.Struct) iter.Seq2[*types.Var, ast.Expr] {
	return func(yield func(*types.Var, ast.Expr) bool) {
		for i, elt := range lit.Elts {
			var field *types.Var
			value := elt
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				value = kv.Value
				if id, ok := kv.Key.(*ast.Ident); ok {
					field, _ = info.Uses[id].(*types.Var)
				}
			} else if i < s.NumFields() {
				field = s.Field(i)
			}
			if field != nil && !yield(field, value) {
				return
			}
		}
	}
}

// Unconverted returns what conversions and parentheses are around, x for (string(x)).
func Unconverted(info *types.Info, e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}

// StringValue returns the value of a constant text; it reports false for others, and nil.
func StringValue(v constant.Value) (string, bool) {
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// CalleeIdent returns the identifier by which a call names its function, nil if it names
// none.
func CalleeIdent(call *ast.CallExpr) *ast.Ident {
	fun := ast.Unparen(call.Fun)
	switch f := fun.(type) {
	case *ast.IndexExpr:
		fun = ast.Unparen(f.X)
	case *ast.IndexListExpr:
		fun = ast.Unparen(f.X)
	}
	switch f := fun.(type) {
	case *ast.Ident:
		return f
	case *ast.SelectorExpr:
		return f.Sel
	}
	return nil
}
