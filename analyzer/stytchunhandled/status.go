package stytchunhandled

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// status returns the constant to answer with, written as the old one is: as a
// number, or by its name in the same package, or in net/http where the program
// has a name of its own.
func (p *placement) status(call *ast.CallExpr) (string, bool) {
	want, names := int64(signIn(p.answer.scale)), []string{"StatusUnauthorized", "Unauthenticated", "CodeUnauthenticated"}
	arg := p.answer.chosen
	if p.answer.reply != nil {
		arg = p.answer.reply.status
	}
	if arg >= 0 && arg < len(call.Args) {
		switch old := ast.Unparen(p.check.unconverted(call.Args[arg])).(type) {
		case *ast.BasicLit:
			return fmt.Sprint(want), true
		case *ast.SelectorExpr:
			obj, ok := p.check.info.Uses[old.Sel].(*types.Const)
			pkg, isPackage := old.X.(*ast.Ident)
			if !ok || !isPackage || obj.Pkg() == nil {
				break
			}
			for _, name := range names {
				if other, ok := obj.Pkg().Scope().Lookup(name).(*types.Const); ok && constant.Compare(other.Val(), token.EQL, constant.MakeInt64(want)) {
					return pkg.Name + "." + name, true
				}
			}
		}
	}
	if p.answer.scale == grpcCode {
		return "", false
	}
	var missing []string
	pkg := p.file.Imported(p.at, "net/http", "http", &missing)
	return pkg + ".StatusUnauthorized", pkg != "" && len(missing) == 0
}

// signIn returns the status for who is not signed in.
func signIn(s scale) int {
	if s == grpcCode {
		return grpcOf[unauthorized]
	}
	return unauthorized
}
