package stytchtext

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// A comparison is one of an error's ErrorType with a code.
type comparison struct {
	err  types.Object
	code string
}

// claim reports whether the condition around an operand has no comparison of an
// error with a code yet, and notes that it will have: the same one twice is a
// finding of go vet.
func (x *fixer) claim(cur inspector.Cursor, c comparison) bool {
	for {
		parent := cur.Parent()
		b, ok := parent.Node().(*ast.BinaryExpr)
		if _, paren := parent.Node().(*ast.ParenExpr); !paren && !(ok && (b.Op == token.LAND || b.Op == token.LOR)) {
			break
		}
		cur = parent
	}
	have, ok := x.compared[cur.Node()]
	if !ok {
		have = make(map[comparison]bool)
		for c := range cur.Preorder((*ast.BinaryExpr)(nil)) {
			b := c.Node().(*ast.BinaryExpr)
			if b.Op == token.EQL || b.Op == token.NEQ {
				x.note(have, b.X, b.Y)
				x.note(have, b.Y, b.X)
			}
		}
		x.compared[cur.Node()] = have
	}
	if have[c] {
		return false
	}
	have[c] = true
	return true
}

// note notes a comparison of field with a constant, if it is one of ErrorType.
func (x *fixer) note(have map[comparison]bool, field, value ast.Expr) {
	info := x.check.info
	v := info.Types[value].Value
	if call, ok := ast.Unparen(field).(*ast.CallExpr); ok && len(call.Args) == 1 && info.Types[call.Fun].IsType() {
		field = call.Args[0]
	}
	sel, ok := ast.Unparen(field).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "ErrorType" || v == nil || v.Kind() != constant.String {
		return
	}
	if id, ok := ast.Unparen(sel.X).(*ast.Ident); ok {
		code := constant.StringVal(v)
		have[comparison{info.Uses[id], code}] = true
		// What a wrong name is going to be.
		have[comparison{info.Uses[id], x.check.judge.api.Nearest(code).Fix()}] = true
	}
}
