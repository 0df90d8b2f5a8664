package valueflow

import (
	"go/ast"
	"go/types"
)

// A carrierKey names what is made of one error: by the literal, or by the variable whose
// fields are set, and by what the error is called.
type carrierKey struct {
	frame *frame
	to    any
	err   string
}

// carries notes that a field is set to a part of an error.
func (b *builder) carries(f *frame, v *types.Var, e, lit ast.Expr) {
	field, sel := b.fieldOfError(e)
	if sel == nil || v.Pkg() != b.pass.Pkg || b.inTest(e) || b.errorField(v).Of != "" {
		return
	}
	key := carrierKey{f, lit, types.ExprString(sel.X)}
	if target, ok := lit.(*ast.SelectorExpr); ok {
		key.to = b.variableOf(target.X)
	}
	both := b.statuses.carried[key]
	both[field.Role] = v.Origin()
	b.statuses.carried[key] = both
}

// findCarriers finds the structs of the package that carry the status and the code of
// an error: two of their fields are set to both of one, outside of tests. Those that
// are set to nothing else are such parts where they are read, too.
func (b *builder) findCarriers() {
	for _, both := range b.statuses.carried {
		status, code := both[Status], both[Code]
		if status == nil || code == nil {
			continue
		}
		of := copySink
		if s, c := b.field(status).labels, b.field(code).labels; s&fromNumber == 0 && c.isCode() && c&fromProgram == 0 {
			of = carrierSink
			b.statuses.fields[status], b.statuses.fields[code] = errorField{of, Status}, errorField{of, Code}
		}
		for role, v := range both {
			b.edge(b.field(v), b.sharedEnd(outlet{Sink: of, Role: Role(role)}))
		}
	}
}
