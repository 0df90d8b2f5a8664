package stytchsend

import (
	"bytes"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// unlink takes a branch out of a chain of if and else. What is left of the chain
// stands where it did.
func (x *fixer) unlink(file *ast.File, rm *removal, cur inspector.Cursor) bool {
	c := x.check
	s := cur.Node().(*ast.IfStmt)
	o := newIdle(c)
	if !o.expr(s.Cond) || jumps(s.Body) {
		return false
	}
	if cur.ParentEdgeKind() == edge.IfStmt_Else {
		before := cur.Parent().Node().(*ast.IfStmt).Body.End()
		switch {
		case s.Init != nil:
			return false // what follows may use it
		case s.Else == nil:
			rm.drop(before, s.End())
		default:
			rm.drop(s.Pos(), s.Else.Pos())
		}
		return !c.commentOn(file, c.line(s.End())) && !c.commentedWithin(file, before, s.Body.Lbrace)
	}
	next, ok := s.Else.(*ast.IfStmt)
	if !ok || c.commentedWithin(file, s.Body.End(), next.Pos()) || c.commentedAbove(file, cur) {
		return false // a comment says something of the branch
	}
	if next.Init == nil {
		rm.drop(s.Cond.Pos(), next.Cond.Pos())
		return true
	}
	rm.drop(s.Cond.Pos(), next.Init.Pos())
	return s.Init == nil
}

// unguard takes out what follows a guard, and leaves of the guard what it does.
func (x *fixer) unguard(file *ast.File, rm *removal, cur inspector.Cursor, list []ast.Stmt) bool {
	c := x.check
	s := cur.Node().(*ast.IfStmt)
	o := newIdle(c)
	if s.Init != nil || s.Else != nil || len(s.Body.List) == 0 || !o.expr(s.Cond) || slices.ContainsFunc(list, func(s ast.Stmt) bool { return jumps(s) }) {
		return false
	}
	switch parent := cur.Parent(); parent.ParentEdgeKind() {
	case edge.FuncDecl_Body, edge.FuncLit_Body:
	case edge.IfStmt_Body:
		if parent.Parent().Node().(*ast.IfStmt).Else != nil {
			return false // nothing might reach what follows
		}
	default:
		return false
	}
	first, last := s.Body.List[0], s.Body.List[len(s.Body.List)-1]
	behind := list[len(list)-1].End()
	if c.line(s.Body.Lbrace) == c.line(first.Pos()) || c.commentedAbove(file, cur) || c.commentOn(file, c.line(behind)) ||
		c.commentedWithin(file, s.Pos(), first.Pos()) || c.commentedWithin(file, last.End(), list[0].Pos()) {
		return false
	}
	rm.drop(s.Pos(), first.Pos())
	rm.drop(last.End(), behind)
	return x.outdent(rm, first, last)
}

// outdent moves statements to the left by one step. It fails if a literal has
// lines, which are no one's to move.
func (x *fixer) outdent(rm *removal, first, last ast.Stmt) bool {
	c := x.check
	file := c.pass.Fset.File(first.Pos())
	if c.line(first.Pos()) == c.line(last.End()) {
		return true
	}
	if c.pass.ReadFile == nil {
		return false
	}
	text, err := c.pass.ReadFile(file.Name())
	if err != nil || len(text) != file.Size() {
		return false
	}
	for line := c.line(first.Pos()) + 1; line <= c.line(last.End()); line++ {
		start := file.LineStart(line)
		switch text[file.Offset(start)] {
		case '\t':
			rm.edits = append(rm.edits, replace(start, start+1, ""))
		case '\n', '\r':
		default:
			return false
		}
	}
	return !bytes.Contains(text[file.Offset(first.Pos()):file.Offset(last.End())], []byte("`"))
}

// commentedWithin reports whether a comment stands between two positions.
func (c *check) commentedWithin(file *ast.File, pos, end token.Pos) bool {
	return slices.ContainsFunc(file.Comments, func(g *ast.CommentGroup) bool { return pos < g.End() && g.Pos() < end })
}

// commentedAbove reports whether a comment stands between a statement of a list
// and what is before it, on lines of its own.
func (c *check) commentedAbove(file *ast.File, cur inspector.Cursor) bool {
	before := cur.Parent().Node().Pos()
	if prev, ok := cur.PrevSibling(); ok {
		before = prev.Node().End()
	}
	return slices.ContainsFunc(file.Comments, func(g *ast.CommentGroup) bool {
		return before < g.Pos() && g.End() < cur.Node().Pos() && c.line(g.Pos()) > c.line(before)
	})
}
