package paths

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// initial returns the constants in the literal that a variable of the package begins
// with: the elements of a list, or the keys of a map, but for those that are
// false. It returns none if there is something else.
func (e *engine) initial(global string) []string {
	name, ok := strings.CutPrefix(global, e.pass.Pkg.Path()+".")
	if !ok {
		return nil
	}
	obj, ok := e.pass.Pkg.Scope().Lookup(name).(*types.Var)
	if !ok || e.outline.written[obj] {
		return nil
	}
	for _, init := range e.pass.TypesInfo.InitOrder {
		if len(init.Lhs) != 1 || init.Lhs[0] != obj {
			continue
		}
		lit, ok := ast.Unparen(init.Rhs).(*ast.CompositeLit)
		if !ok {
			return nil
		}
		var list []string
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if v := e.pass.TypesInfo.Types[kv.Value].Value; v != nil && v.Kind() == constant.Bool && !constant.BoolVal(v) {
					continue
				}
				elt = kv.Key
			}
			v := e.pass.TypesInfo.Types[elt].Value
			if v == nil {
				return nil
			}
			list = append(list, v.ExactString())
		}
		return list
	}
	return nil
}
