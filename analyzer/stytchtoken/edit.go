package stytchtoken

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A source is the text of a file.
type source struct {
	file *token.File
	ast  *ast.File
	text string
}

// source returns the text of the file that holds pos.
func (c *check) source(pos token.Pos) (source, bool) {
	file := c.pass.Fset.File(pos)
	if file == nil || c.pass.ReadFile == nil {
		return source{}, false
	}
	text, err := c.pass.ReadFile(file.Name())
	return source{file: file, ast: c.report.File(pos), text: string(text)}, err == nil && len(text) == file.Size()
}

// line returns the text of a line, from 1 on; "" if there is none.
func (s source) line(n int) string {
	if n < 1 || n > s.file.LineCount() {
		return ""
	}
	return strings.TrimRight(s.text[s.file.Offset(s.file.LineStart(n)):s.file.Offset(s.end(n))], "\r\n")
}

// end returns where the line after line n starts.
func (s source) end(n int) token.Pos {
	if n >= s.file.LineCount() {
		return s.file.Pos(s.file.Size())
	}
	return s.file.LineStart(n + 1)
}

func (s source) number(pos token.Pos) int { return s.file.PositionFor(pos, false).Line }

// remarks reports whether a comment stands between two positions.
func (s source) remarks(from, to token.Pos) bool {
	for _, group := range s.ast.Comments {
		if group.Pos() < to && from < group.End() {
			return true
		}
	}
	return false
}

// edits returns the edits that put the first response in the place of the
// second call.
func (c *check) edits(r *reuse) ([]analysis.TextEdit, bool) {
	src, ok := c.source(r.again.Pos())
	if !ok || src.ast == nil || src.remarks(r.again.Pos(), r.again.End()) {
		return nil, false
	}
	last := r.again.End()
	if r.check != nil {
		// The test of the error goes with the call, if it follows at once.
		first := src.number(r.check.Pos())
		if first != src.number(r.again.End())+1 || src.remarks(r.check.Pos(), src.end(src.number(r.check.End()))) {
			return nil, false
		}
		last = r.check.End()
	}
	if strings.TrimSpace(src.text[src.file.Offset(last):src.file.Offset(src.end(src.number(last)))]) != "" && r.check != nil {
		return nil, false
	}
	if r.to.Name == "_" || c.info.ObjectOf(r.to) == r.resp {
		return c.removal(src, r, last)
	}
	edits := []analysis.TextEdit{{
		Pos: r.again.Pos(), End: r.again.End(),
		NewText: []byte(r.to.Name + " " + c.operator(r) + " " + r.resp.Name()),
	}}
	if r.check != nil {
		edits = append(edits, analysis.TextEdit{Pos: src.file.LineStart(src.number(r.check.Pos())), End: src.end(src.number(last))})
	}
	return edits, true
}

// operator returns how the second response is assigned.
func (c *check) operator(r *reuse) string {
	if c.info.Defs[r.to] != nil {
		return token.DEFINE.String()
	}
	return token.ASSIGN.String()
}

// removal returns the edit that removes the second call, where that leaves the
// lines around it as gofmt has them.
func (c *check) removal(src source, r *reuse, last token.Pos) ([]analysis.TextEdit, bool) {
	from, to := src.number(r.again.Pos()), src.number(last)
	if src.remarks(r.again.Pos(), src.end(to)) || strings.TrimSpace(src.line(from)[:src.file.Position(r.again.Pos()).Column-1]) != "" {
		return nil, false
	}
	before, after := strings.TrimSpace(src.line(from-1)), strings.TrimSpace(src.line(to+1))
	switch {
	case before == "" && after == "":
		to++
	case before == "" && strings.HasPrefix(after, "}"):
		from--
	}
	return []analysis.TextEdit{{Pos: src.file.LineStart(from), End: src.end(to)}}, true
}
