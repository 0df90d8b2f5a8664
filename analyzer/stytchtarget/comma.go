package stytchtarget

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// checkResult returns the fix that gives e := err.(T) its ok, and returns err
// where it does not hold: in a function that returns an error, that is what
// becomes of an error that it does not know.
func (c *check) checkResult(t *try) []analysis.SuggestedFix {
	assign, ok := t.cur.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 {
		return nil
	}
	if t.cur.Parent().ParentEdgeKind() != edge.BlockStmt_List {
		return nil
	}
	err, ok := ast.Unparen(t.err).(*ast.Ident)
	if !ok || c.nameUsed(t.cur, "ok") {
		return nil
	}
	sig := c.signature(t.cur)
	if sig == nil {
		return nil
	}
	n := sig.Results().Len()
	if !library.ReturnsError(sig) {
		return nil
	}
	values := make([]string, n)
	for i := range n - 1 {
		if values[i] = zero(sig.Results().At(i).Type()); values[i] == "" || c.nameUsed(t.cur, "nil") {
			return nil
		}
	}
	values[n-1] = err.Name
	file := c.pass.Fset.File(assign.Pos())
	if file == nil {
		return nil
	}
	indent := strings.Repeat("\t", max(0, c.pass.Fset.PositionFor(assign.Pos(), false).Column-1))
	text := "\n" + indent + "if !ok {\n" + indent + "\treturn " + strings.Join(values, ", ") + "\n" + indent + "}"
	return []analysis.SuggestedFix{{
		Message: "Return other errors",
		TextEdits: []analysis.TextEdit{
			{Pos: assign.Lhs[0].End(), End: assign.Lhs[0].End(), NewText: []byte(", ok")},
			{Pos: assign.End(), End: assign.End(), NewText: []byte(text)},
		},
	}}
}

// nameUsed reports whether a name is used in the declaration around a node.
func (c *check) nameUsed(cur inspector.Cursor, name string) bool {
	return c.record(declaration(cur)).names[name]
}

// zero returns the zero value of a type as source, "" if it needs a name.
func zero(t types.Type) string {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return ""
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return "nil"
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsBoolean != 0:
			return "false"
		case info&types.IsNumeric != 0:
			return "0"
		case info&types.IsString != 0:
			return `""`
		}
	}
	return ""
}
