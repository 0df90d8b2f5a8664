package library

import (
	"go/ast"
	"go/token"
	"go/types"
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
