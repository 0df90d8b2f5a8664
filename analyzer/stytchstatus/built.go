package stytchstatus

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// built judges an error that is made with a status and a code.
func (c *check) built(lit *ast.CompositeLit) {
	info := c.pass.TypesInfo
	t := info.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem() // an element of a []*Error, without its type
	}
	fields, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	var status, code ast.Expr
	for i, elt := range lit.Elts {
		var v *types.Var
		value := elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				v, _ = info.Uses[id].(*types.Var)
			}
			value = kv.Value
		} else if i < fields.NumFields() {
			v = fields.Field(i)
		}
		switch {
		case v == nil:
		case sdk.IsStatusField(v):
			status = value
		case sdk.IsCodeField(v):
			code = value
		}
	}
	if status == nil || code == nil {
		return
	}
	name := info.Types[code].Value
	number := info.Types[status].Value
	if name == nil || number == nil || name.Kind() != constant.String {
		return
	}
	got, exact := constant.Int64Val(constant.ToInt(number))
	want := c.status(constant.StringVal(name))
	if !exact || want == 0 || int(got) == want {
		return
	}
	c.report.Report(analysis.Diagnostic{
		Pos:            status.Pos(),
		End:            status.End(),
		Category:       "built",
		Message:        fmt.Sprintf("%s always comes with status %d, never with %d", name.ExactString(), want, got),
		SuggestedFixes: c.replace(status, want),
	}, true)
}
