package stytchcredentials

import (
	"go/ast"
	"go/types"
	"reflect"
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
	for _, name := range namesOf(info, o.Expr) {
		if is, ok := whatOf(name); ok && !slices.ContainsFunc(kinds, func(k kind) bool { return strings.Contains(name, k.prefix) }) {
			return credential{kind: kind{what: is}, name: name}, true
		}
	}
	return credential{}, false
}

// namesOf returns what the value of e is called: the variable, the field and the
// variable of the environment that its tag names, what a map or a function is asked
// for, or the function that is asked.
func namesOf(info *types.Info, e ast.Expr) []string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := info.Uses[e].(*types.Var); ok {
			return []string{v.Name()}
		}
	case *ast.SelectorExpr:
		if v, ok := info.Uses[e.Sel].(*types.Var); ok {
			return append([]string{v.Name()}, tags(info.Selections[e])...)
		}
	case *ast.StarExpr:
		return namesOf(info, e.X)
	case *ast.IndexExpr:
		return texts(info, e.Index)
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(info, e).(*types.Func)
		switch {
		case !ok:
		case len(e.Args) == 0:
			return []string{fn.Name()}
		case len(e.Args) == 1:
			return texts(info, e.Args[0])
		}
	}
	return nil
}

// texts returns the value of e, if it is a constant text.
func texts(info *types.Info, e ast.Expr) []string {
	if v, ok := library.StringValue(info.Types[e].Value); ok {
		return []string{v}
	}
	return nil
}

// tags returns the variables of the environment that the tag of a field names.
func tags(sel *types.Selection) []string {
	if sel == nil {
		return nil
	}
	t, tag := sel.Recv(), reflect.StructTag("")
	for _, i := range sel.Index() {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		if s, ok := t.Underlying().(*types.Struct); ok {
			t, tag = s.Field(i).Type(), reflect.StructTag(s.Tag(i))
		}
	}
	env, _, _ := strings.Cut(tag.Get("env"), ",")
	return []string{env, tag.Get("envconfig")}
}
