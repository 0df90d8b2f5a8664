package stytchtext

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// What a fix needs to know of the place that it changes.

// whole returns the expression that a search of the error id stands for: with
// the err != nil before it, which errors.As makes superfluous.
func (c *check) whole(cur inspector.Cursor, id *ast.Ident) inspector.Cursor {
	and, ok := cur.Parent().Node().(*ast.BinaryExpr)
	if !ok || and.Op != token.LAND || cur.ParentEdgeKind() != edge.BinaryExpr_Y {
		return cur
	}
	cmp, ok := and.X.(*ast.BinaryExpr)
	if ok && cmp.Op == token.NEQ && c.info.Types[cmp.Y].IsNil() && c.local(cmp.X) != nil && c.local(cmp.X) == c.local(id) {
		return cur.Parent()
	}
	return cur
}

// inList reports whether a statement stands in a list and begins its line, so
// that another can stand before it.
func (c *check) inList(cur inspector.Cursor) bool {
	before := cur.Parent().Node().Pos()
	switch cur.ParentEdgeKind() {
	case edge.BlockStmt_List:
	case edge.CaseClause_Body:
		before = cur.Parent().Node().(*ast.CaseClause).Colon
	case edge.CommClause_Body:
		before = cur.Parent().Node().(*ast.CommClause).Colon
	default:
		return false
	}
	if prev, ok := cur.PrevSibling(); ok && prev.ParentEdgeKind() == cur.ParentEdgeKind() {
		before = prev.Node().End()
	}
	line := func(pos token.Pos) int { return c.pass.Fset.PositionFor(pos, false).Line }
	return line(before) < line(cur.Node().Pos())
}

// jumps reports whether a function has labels, over whose gotos no variable
// may be declared.
func jumps(fn *function) bool {
	found := false
	ast.Inspect(fn.body, func(n ast.Node) bool {
		_, ok := n.(*ast.LabeledStmt)
		found = found || ok
		return !found
	})
	return found
}

func replace(pos, end token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: end, NewText: []byte(text)}
}

// aligned reports whether comments follow an edit on its last line and on one
// beside that: gofmt would move them.
func aligned(fset *token.FileSet, file *ast.File, edit analysis.TextEdit) bool {
	line := func(pos token.Pos) int { return fset.PositionFor(pos, false).Line }
	first, last := line(edit.Pos), line(edit.End)
	trailing, beside := false, false
	for _, group := range file.Comments {
		for _, comment := range group.List {
			switch at := line(comment.Pos()); {
			case edit.Pos < comment.Pos() && comment.Pos() < edit.End:
				return true // it would be lost
			case at == last:
				trailing = true
			case at == first-1 || at == last+1:
				beside = true
			}
		}
	}
	return trailing && beside
}
