package editor

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// A target is what an item replaces.
type target struct {
	start, end token.Pos // between the quotes, if there are any
	quote      string    // that a literal begins with; "" if there is none
	open       bool      // it has no end
	// whole says that a constant can stand there instead: nothing of the literal, from
	// pos to end of it, is something else.
	whole  bool
	member bool // a name of package catalog/code is begun, with that of the package
	lit    [2]token.Pos
}

// target returns what is replaced at a spot if the cursor is at a position. It fails
// if that is more than a line, or a member of something else than the catalog.
func (f *Flow) target(s *spot, pos token.Pos) (t target, ok bool) {
	t = target{start: s.pos, end: s.end, whole: true, lit: [2]token.Pos{s.pos, s.end}}
	t.member = isMember(s)
	if f.isForeignMember(s) {
		return t, false
	}
	if s.quoted {
		text := s.expr.(*ast.BasicLit).Value
		t.quote, t.open = text[:1], s.open
		t.start++
		if !s.open {
			// A quote that is missing makes one literal of all up to the next one.
			rest := text[min(int(pos-s.pos), len(text)-1) : len(text)-1]
			word := wordLength(rest)
			t.whole = word == len(rest)
			t.end = pos + token.Pos(word)
		}
	}
	return t, f.line(t.start) == f.line(t.end)
}

// isMember reports whether a name behind a point is written at a spot.
func isMember(s *spot) bool {
	_, ok := s.expr.(*ast.SelectorExpr)
	return ok && s.next < 0
}

// isForeignMember reports whether such a name is one of something else than the catalog.
func (f *Flow) isForeignMember(s *spot) bool {
	return isMember(s) && !f.isCatalogName(s.expr.(*ast.SelectorExpr).X)
}

// wordLength returns how much of a text is the rest of a code that is written in
// whatever way.
func wordLength(text string) int {
	for i, r := range text {
		if r != '_' && r != '-' && !isLetter(r) {
			return i
		}
	}
	return len(text)
}

func isLetter(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// isCatalogName reports whether an expression is the name of package catalog/code.
func (f *Flow) isCatalogName(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	name, ok := f.pass.TypesInfo.Uses[id].(*types.PkgName)
	return ok && name.Imported().Path() == catalogCode
}

// fit makes an item replace the target.
func (t *target) fit(item *Item, upper bool) {
	item.Start, item.End = t.start, t.end
	if item.Constant {
		item.Start, item.End = t.lit[0], t.lit[1]
		if t.quote == "" {
			item.Filter = item.Label + " " + item.Filter
		} else {
			item.Filter = t.quote + item.Filter
		}
		return
	}
	if upper {
		item.Label, item.Text = strings.ToUpper(item.Label), strings.ToUpper(item.Text)
	}
	item.Filter = item.Text
	switch {
	case t.quote == "":
		item.Text = `"` + item.Text + `"`
	case t.open:
		item.Text += t.quote
	}
}
