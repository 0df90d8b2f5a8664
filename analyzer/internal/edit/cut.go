package edit

import (
	"go/ast"
	"go/token"
	"sort"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// Remarks returns the comments between two positions.
func (f *File) Remarks(pos, end token.Pos) []*ast.CommentGroup {
	all := f.syntax.Comments
	first := sort.Search(len(all), func(i int) bool { return all[i].End() > pos })
	last := first
	for last < len(all) && all[last].Pos() < end {
		last++
	}
	return all[first:last]
}

// Commented reports whether a comment stands between two positions.
func (f *File) Commented(pos, end token.Pos) bool { return len(f.Remarks(pos, end)) > 0 }

// EndOfLine returns where the line of a position ends.
func (f *File) EndOfLine(pos token.Pos) token.Pos {
	file := f.pass.Fset.File(pos)
	if n := f.line(pos); n < file.LineCount() {
		return file.LineStart(n+1) - 1
	}
	return f.syntax.FileEnd
}

// cut returns the edit that takes statements out of their list, which follow each other,
// with the comments and blank lines before them. It fails if something shares their
// lines, if a comment might speak of something else, and if nothing would be left.
func (f *File) cut(first, last inspector.Cursor) (analysis.TextEdit, bool) {
	pos, end := first.Node().Pos(), last.Node().End()
	start := Before(first)
	ok := f.Listed(first) && !f.Commented(end, f.EndOfLine(end))
	if List(first)[0] == first.Node() {
		// What follows takes the place.
		after, found := last.NextSibling()
		if !found {
			return analysis.TextEdit{}, false
		}
		next := after.Node().Pos()
		if list := f.Remarks(end, next); len(list) > 0 {
			next = list[0].Pos()
		}
		return Replace(pos, next, ""), ok && f.line(next) > f.line(end) && !f.Commented(start, pos)
	}
	for _, g := range f.Remarks(start, pos) {
		if f.line(g.Pos()) == f.line(start) {
			start = g.End()
		} else {
			ok = ok && f.line(g.End()) == f.line(pos)-1 // else it stands alone
		}
	}
	return Replace(start, end, ""), ok
}
