package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// A series is what stands side by side, with commas or operators between.
type series struct {
	exprs      []ast.Expr
	begin, end token.Pos              // what is around it, if anything is
	names      []place                // which of exprs hold names that are to be replaced
	and        bool                   // any that is false decides, rather than any that is true
	may        func(i, kept int) bool // whether one can go where another one stays

	anchor int // the first that stays for sure; -1 if it is not known yet
}

func newSeries(exprs []ast.Expr, begin, end token.Pos) *series {
	return &series{
		exprs: exprs, begin: begin, end: end, names: make([]place, len(exprs)), anchor: -1,
		may: func(int, int) bool { return true },
	}
}

// removal is the fix of a finding about a name beside which another one of the
// same series says what is meant: without it, the program is the same.
func (x *fixer) removal(f finding, places []place) []analysis.SuggestedFix {
	// Others may bring the name, or ask for it.
	if f.site.Exposed || f.site.Public || f.site.Own || f.site.Coined {
		return nil
	}
	i := slices.IndexFunc(places, func(p place) bool {
		return p.double() && p.in != nil && p.kept.in == p.in && p.in.may(p.index, p.kept.index)
	})
	if i < 0 {
		return nil
	}
	p := places[i]
	pos, end, ok := x.cut(p.in, p.index)
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
		for s.names[s.anchor].kept != nil && s.names[s.anchor].double() {
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
