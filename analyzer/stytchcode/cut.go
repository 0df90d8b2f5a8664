package stytchcode

import (
	"fmt"
	"go/token"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// removal is the fix of a finding about a name beside which another one of the
// same series says what is meant: without it, the program is the same.
func (x *fixer) removal(f finding, w *wrong) []analysis.SuggestedFix {
	// Others may bring the name, or ask for it.
	if f.site.Exposed || f.site.Public || f.site.Own || f.site.Coined {
		return nil
	}
	i := slices.IndexFunc(w.in, func(m member) bool {
		kept, ok := m.of.says[saying{m.about, w.claim.name}]
		return ok && m.of.may(m.index, kept)
	})
	if i < 0 {
		return nil
	}
	pos, end, ok := x.cut(w.in[i].of, w.in[i].index)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Remove %q, which never comes", f.site.Value),
		TextEdits: []analysis.TextEdit{{Pos: pos, End: end}},
	}}
}

// cut returns what is to be taken out with a member of a series: its lines, if
// each has lines of its own, or else what parts it from the one that is nearer to
// the anchor, so that no two cuts meet. Comments that are about more than it stay
// as they are.
func (x *fixer) cut(s *series, i int) (pos, end token.Pos, ok bool) {
	if s.anchor < 0 {
		s.anchor = 0
		for s.wrong[s.anchor].double() {
			s.anchor++
		}
	}
	e := s.exprs[i]
	switch {
	case x.upright(s):
		before := s.begin
		if i > 0 {
			before = s.exprs[i-1].End()
		}
		pos, end = x.lineStart(e.Pos(), 0), x.lineStart(e.End(), 1)
		return pos, end, !x.comments(x.lineStart(before, 1), e.End())
	case i < s.anchor:
		pos, end = e.Pos(), s.exprs[i+1].Pos()
		return pos, end, !x.comments(pos, end)
	}
	pos, end = s.exprs[i-1].End(), e.End()
	if x.line(pos) < x.line(e.Pos()) && x.comments(end, x.lineStart(end, 1)) {
		return pos, end, false // it is about this member
	}
	return pos, end, !x.comments(pos, end)
}

// upright reports whether each member of a series begins a line, and so does what
// closes it.
func (x *fixer) upright(s *series) bool {
	last := s.begin
	if !last.IsValid() {
		return false
	}
	for _, e := range s.exprs {
		if x.line(last) == x.line(e.Pos()) {
			return false
		}
		last = e.End()
	}
	return x.line(last) < x.line(s.end)
}

func (x *fixer) line(pos token.Pos) int { return x.pass.Fset.PositionFor(pos, false).Line }

// lineStart returns where the line of pos begins, or one that many lines below it.
func (x *fixer) lineStart(pos token.Pos, below int) token.Pos {
	file := x.pass.Fset.File(pos)
	if line := x.line(pos) + below; line <= file.LineCount() {
		return file.LineStart(line)
	}
	return token.Pos(file.Base() + file.Size())
}

// comments reports whether a comment begins between two positions of a file.
func (x *fixer) comments(pos, end token.Pos) bool {
	list := x.file(pos).Comments
	for i := sort.Search(len(list), func(i int) bool { return list[i].End() > pos }); i < len(list); i++ {
		for _, c := range list[i].List {
			if pos <= c.Pos() {
				return c.Pos() < end
			}
		}
	}
	return false
}
