package stytchcode

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
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
	file := edit.Of(x.pass, x.file(e.Pos()))
	switch {
	case s.upright(file):
		before := s.begin
		if i > 0 {
			before = s.exprs[i-1].End()
		}
		pos, end = e.Pos()-token.Pos(len(file.Indent(e.Pos()))), file.EndOfLine(e.End())+1
		return pos, end, !file.Commented(file.EndOfLine(before)+1, e.End())
	case i < s.anchor:
		pos, end = e.Pos(), s.exprs[i+1].Pos()
		return pos, end, !file.Commented(pos, end)
	}
	pos, end = s.exprs[i-1].End(), e.End()
	if file.Later(pos, e.Pos()) && file.Commented(end, file.EndOfLine(end)+1) {
		return pos, end, false // it is about this member
	}
	return pos, end, !file.Commented(pos, end)
}

// upright reports whether each member of a series begins a line, and so does what
// closes it.
func (s *series) upright(file *edit.File) bool {
	last := s.begin
	if !last.IsValid() {
		return false
	}
	for _, e := range s.exprs {
		if !file.Later(last, e.Pos()) {
			return false
		}
		last = e.End()
	}
	return file.Later(last, s.end)
}
