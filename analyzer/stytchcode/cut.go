package stytchcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// A cut is what a fix takes out.
type cut struct {
	pos, end token.Pos
	more     []analysis.TextEdit
}

// removal is the fix of a finding about a name that says what stands beside it
// already: without it, the program is the same.
func (x *fixer) removal(f finding, s spot) []analysis.SuggestedFix {
	// Others may bring the name, or ask for it.
	if f.site.Exposed || f.site.Public || f.site.Own || f.site.Label || s.cut == nil {
		return nil
	}
	c, ok := s.cut()
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{
		Message:   fmt.Sprintf("Remove %q, which never comes", f.site.Value),
		TextEdits: append([]analysis.TextEdit{{Pos: c.pos, End: c.end}}, c.more...),
	}}
}

// A series is what stands side by side, with commas or operators between.
type series struct {
	members     []ast.Expr
	nodes       []ast.Expr // what goes with each, where that is more than the member
	open, close token.Pos  // what is around it, if anything is
	keyed       bool       // its elements say where they stand

	index   map[ast.Expr]int
	anchor  int  // one that stays; -1 if none is known to
	upright bool // each begins a line, and so does what closes the list
}

// series returns the series at a node, whose members belong to a group.
func (x *fixer) series(at ast.Node, g *group, made func() *series) *series {
	s := x.lists[at]
	if s != nil {
		return s
	}
	s = made()
	x.lists[at] = s
	if s.nodes == nil {
		s.nodes = s.members
	}
	s.index = make(map[ast.Expr]int)
	s.anchor = -1
	s.upright = s.open.IsValid()
	last := s.open
	for i, e := range s.members {
		s.index[e] = i
		if s.anchor < 0 && !x.double(g, e) {
			s.anchor = i
		}
		s.upright = s.upright && x.line(last) < x.line(s.nodes[i].Pos())
		last = s.nodes[i].End()
	}
	s.upright = s.upright && x.line(last) < x.line(s.close)
	return s
}

// takeOut takes a member out of a series, with what parts it from the one that
// is nearer to what stays.
func (x *fixer) takeOut(s *series, e ast.Expr) (cut, bool) {
	i, ok := s.index[e]
	if !ok || s.anchor < 0 || i == s.anchor {
		return cut{}, false
	}
	node := s.nodes[i]
	switch {
	case s.upright:
		before, after := s.open, s.close
		if i > 0 {
			before = s.nodes[i-1].End()
		}
		if i+1 < len(s.nodes) {
			after = s.nodes[i+1].Pos()
		}
		return x.lines(before, node, node.End(), after)
	case i < s.anchor:
		c := cut{pos: node.Pos(), end: s.nodes[i+1].Pos()}
		return c, !x.comments(c.pos, c.end)
	}
	c := cut{pos: s.nodes[i-1].End(), end: node.End()}
	// What is said at the end of its own line is about it.
	if x.line(c.pos) < x.line(node.Pos()) && x.comments(c.end, x.lineStart(c.end, x.line(c.end)+1)) {
		return c, false
	}
	return c, !x.comments(c.pos, c.end)
}

// takeOutClause takes out a clause that has one case.
func (x *fixer) takeOutClause(sw *ast.SwitchStmt, clause *ast.CaseClause) (cut, bool) {
	list := sw.Body.List
	i := sort.Search(len(list), func(i int) bool { return list[i].Pos() >= clause.Pos() })
	before, after := sw.Body.Lbrace, sw.Body.Rbrace
	if i > 0 {
		before = list[i-1].End()
		if fallsThrough(list[i-1]) {
			return cut{}, false
		}
	}
	if i+1 < len(list) {
		after = list[i+1].Pos()
	}
	if fallsThrough(clause) {
		return cut{}, false
	}
	return x.lines(before, clause, clause.Colon, after)
}

func fallsThrough(s ast.Stmt) bool {
	body := s.(*ast.CaseClause).Body
	if len(body) == 0 {
		return false
	}
	last, ok := body[len(body)-1].(*ast.BranchStmt)
	return ok && last.Tok == token.FALLTHROUGH
}

// lines takes out the lines of a node that shares them with nothing, between
// what stands before and after it. The only comment that goes with it is the
// one at the end of the line on which its head ends.
func (x *fixer) lines(before token.Pos, node ast.Node, head, after token.Pos) (cut, bool) {
	first, last := x.line(node.Pos()), x.line(node.End())
	c := cut{pos: x.lineStart(node.Pos(), first), end: x.lineStart(node.Pos(), last+1)}
	if x.line(before) >= first || x.line(after) <= last {
		return c, false
	}
	// Two blank lines would be one too many.
	if x.line(before) < first-1 && last+1 < x.line(after) {
		return c, false
	}
	return c, !x.comments(x.lineStart(before, x.line(before)+1), head) && !x.comments(x.lineStart(head, x.line(head)+1), after)
}

// unwrap takes out the parentheses around a series of two as well.
func (c *cut) unwrap(paren *ast.ParenExpr, s *series) {
	if c.pos == s.nodes[0].Pos() {
		c.pos = paren.Lparen
		c.more = []analysis.TextEdit{{Pos: paren.Rparen, End: paren.Rparen + 1}}
	} else {
		c.end = paren.Rparen + 1
		c.more = []analysis.TextEdit{{Pos: paren.Lparen, End: paren.Lparen + 1}}
	}
}

func (x *fixer) line(pos token.Pos) int { return x.pass.Fset.PositionFor(pos, false).Line }

// lineStart returns the place where a line begins, or the end of the file.
func (x *fixer) lineStart(near token.Pos, line int) token.Pos {
	file := x.pass.Fset.File(near)
	if line > file.LineCount() {
		return token.Pos(file.Base() + file.Size())
	}
	return file.LineStart(line)
}

// comments reports whether a comment begins between two positions of a file.
func (x *fixer) comments(pos, end token.Pos) bool {
	name := x.pass.Fset.File(pos)
	list, ok := x.groupsOf[name]
	if !ok {
		for _, file := range x.pass.Files {
			if x.pass.Fset.File(file.FileStart) == name {
				list = file.Comments
			}
		}
		x.groupsOf[name] = list
	}
	i := sort.Search(len(list), func(i int) bool { return list[i].End() > pos })
	for ; i < len(list) && list[i].Pos() < end; i++ {
		for _, c := range list[i].List {
			if pos <= c.Pos() && c.Pos() < end {
				return true
			}
		}
	}
	return false
}
