package stytchcredentials

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
)

// byName returns what the name of a value says of which nothing else is known. It is
// shown in messages, so a credential is none.
func byName(info *types.Info, o valueflow.Operand) (credential, bool) {
	if o.Expr == nil || len(o.Texts.List)+len(o.Texts.Env) > 0 {
		return credential{}, false
	}
	name := nameOf(info, o.Expr)
	is, ok := whatOf(name)
	ok = ok && !slices.ContainsFunc(kinds, func(k kind) bool { return strings.Contains(name, k.prefix) })
	return credential{kind: kind{what: is}, name: name}, ok
}

// nameOf returns what the value of e is called: the variable or field, what a map or a
// function is asked for, or the function that is asked; "" if it has no name.
func nameOf(info *types.Info, e ast.Expr) string {
	if v, ok := library.Named(info, e).(*types.Var); ok {
		return v.Name()
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return nameOf(info, e.X)
	case *ast.IndexExpr:
		return text(info, e.Index)
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(info, e).(*types.Func)
		switch {
		case !ok:
		case len(e.Args) == 0:
			return fn.Name()
		case len(e.Args) == 1:
			return text(info, e.Args[0])
		}
	}
	return ""
}

// text returns the value of e, "" if it is no constant text.
func text(info *types.Info, e ast.Expr) string {
	v, _ := library.StringValue(info.Types[e].Value)
	return v
}
