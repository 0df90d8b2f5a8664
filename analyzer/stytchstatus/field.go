package stytchstatus

import (
	"go/ast"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// The names of the two fields that matter, whatever struct they are in.
const (
	statusField = "StatusCode"
	codeField   = "ErrorType"
)

// fieldName returns the name of a field among those of all structs.
func (c *check) fieldName(f *types.Var) string {
	if name := c.roleOf(f); name != "" {
		return name
	}
	if f.Name() == statusField || f.Name() == codeField {
		return f.Name() + " of another error"
	}
	return ""
}

// roleOf returns which of the two fields of an error one is, "" for another one: a
// field of the SDK's error, of a struct in its shape, or of one that only ever carries
// both.
func (c *check) roleOf(f *types.Var) string {
	switch {
	case sdk.IsStatusField(f):
		return statusField
	case sdk.IsCodeField(f):
		return codeField
	}
	f = f.Origin()
	name, known := c.roles[f]
	if !known && f.IsField() && f.Pkg() != nil && f.Pkg() != c.pass.Pkg {
		fact := new(carries)
		if c.pass.ImportObjectFact(f, fact) {
			name = fact.Field
		}
		c.roles[f] = name
	}
	return name
}

// findShaped finds the fields of the package's structs that have the shape of
// Stytch's errors: those that count where they are read, and those that count where
// they are written.
func (c *check) findShaped() {
	for _, obj := range c.info.Defs {
		tn, ok := obj.(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		s, ok := tn.Type().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		status, code := errfield.Shape(s)
		if status == nil || code == nil {
			continue
		}
		read, written := c.flow.IsCode(code)
		if read {
			c.carry(tn.Type(), status, code)
		}
		if written {
			c.written[status], c.written[code] = statusField, codeField
		}
	}
}

// carry says that fields of a type are the two of an error, here and to other packages
// that can name the type.
func (c *check) carry(t types.Type, status, code *types.Var) {
	named, _ := types.Unalias(t).(*types.Named)
	for f, name := range map[*types.Var]string{status: statusField, code: codeField} {
		c.roles[f] = name
		if f.Exported() && named != nil && named.Obj().Exported() {
			c.pass.ExportObjectFact(f, &carries{name})
		}
	}
}

// tells reports whether a function in which a name stands asks for one of the two
// fields.
func (c *check) tells(n ast.Expr) bool {
	id, ok := n.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.info.Uses[id].(*types.Var)
	return ok && v.IsField() && c.roleOf(v) != ""
}

// errorField returns which field of an error an expression is, "" for none, and the
// error. The field may be converted.
func (c *check) errorField(e ast.Expr) (name string, err ast.Expr) {
	sel, ok := c.converted(e).(*ast.SelectorExpr)
	if !ok {
		return "", nil
	}
	s := c.info.Selections[sel]
	if s == nil || s.Kind() != types.FieldVal {
		return "", nil
	}
	return c.roleOf(s.Obj().(*types.Var)), sel.X
}

// converted returns what an expression converts.
func (c *check) converted(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !c.info.Types[call.Fun].IsType() {
			return e
		}
		e = call.Args[0]
	}
}
