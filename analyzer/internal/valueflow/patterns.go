package valueflow

import (
	"go/ast"
	"regexp/syntax"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A regular expression has the node of the text that it is made from, and so it is
// followed through variables, fields and tables like that. If it is nothing but names,
// a text that it is matched with is compared with each of them.

// matchPattern notes that the regular expression of a call is matched with a text.
func (b *builder) matchPattern(f *frame, call *ast.CallExpr, row library.Row) {
	pattern := b.arg(f, call, int(row.With))
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && row.Arg == row.With {
		pattern = b.value(f, sel.X)
	}
	b.compare(Pattern, b.text(f, call, int(row.Arg)), pattern)
}

// A named is a name that a regular expression asks for, and how.
type named struct {
	*leaf
	use Use
}

// namesIn returns the names that the regular expression l asks for, nothing if it asks
// for anything else.
func (b *builder) namesIn(l *leaf) []named {
	lit, value, ok := b.plainLiteral(l.expr)
	if !ok {
		return nil
	}
	re, err := syntax.Parse(value, syntax.Perl)
	if err != nil {
		return nil
	}
	var list []named
	offset := 0
	for _, a := range expand(re) {
		use, ok := a.use()
		if !ok {
			return nil
		}
		i := strings.Index(strings.ToLower(value[offset:]), strings.ToLower(a.text))
		if i < 0 { // it is put together of what stands apart
			list = append(list, named{b.inside(lit, -1-len(list), lit.Pos(), lit.Value, a.text), use})
			continue
		}
		name := b.within(lit, offset+i, value[offset+i:offset+i+len(a.text)])
		list = append(list, named{name.leaf, use})
		offset += i + len(a.text)
	}
	return list
}

// An alternative is a text that a regular expression matches.
type alternative struct {
	text         string
	begins, ends bool // the text that is matched does so there
	open         bool // anything may follow
	folds        bool // without regard to case
}

// use returns what an alternative does; false if it cannot be said.
func (a alternative) use() (Use, bool) {
	switch {
	case a.text == "" || a.folds && !(a.begins && a.ends):
		return 0, false
	case a.begins && a.ends && a.folds:
		return Fold, true
	case a.begins && a.ends:
		return Equal, true
	case a.begins:
		return Prefix, true
	case a.ends:
		return Suffix, true
	}
	return Substring, true
}

// followedBy returns an alternative before another one; false if that matches nothing,
// or more than one text.
func (a alternative) followedBy(y alternative) (alternative, bool) {
	switch {
	case y.begins && (a.text != "" || a.open), a.ends && (y.text != "" || y.open), a.open && a.text != "" && y.text != "":
		return a, false
	case a.open && a.text == "":
		return y, true // whatever it begins with
	}
	open := a.open || y.open
	return alternative{a.text + y.text, a.begins || y.begins, (a.ends || y.ends) && !open, open, a.folds || y.folds}, true
}

// maxAlternatives bounds how many texts a regular expression is taken apart into.
const maxAlternatives = 64

// expand returns the texts that re matches, nothing if those are not a few.
func expand(re *syntax.Regexp) []alternative {
	switch re.Op {
	case syntax.OpLiteral:
		return []alternative{{text: string(re.Rune), folds: re.Flags&syntax.FoldCase != 0}}
	case syntax.OpEmptyMatch:
		return []alternative{{}}
	case syntax.OpBeginText:
		return []alternative{{begins: true}}
	case syntax.OpEndText:
		return []alternative{{ends: true}}
	case syntax.OpCapture:
		return expand(re.Sub[0])
	case syntax.OpQuest:
		if list := expand(re.Sub[0]); list != nil {
			return append(list, alternative{})
		}
	case syntax.OpStar:
		if op := re.Sub[0].Op; op == syntax.OpAnyChar || op == syntax.OpAnyCharNotNL {
			return []alternative{{open: true}}
		}
	case syntax.OpAlternate:
		var list []alternative
		for _, sub := range re.Sub {
			some := expand(sub)
			if some == nil || len(list)+len(some) > maxAlternatives {
				return nil
			}
			list = append(list, some...)
		}
		return list
	case syntax.OpConcat:
		list := []alternative{{}}
		for _, sub := range re.Sub {
			var longer []alternative
			some := expand(sub)
			for _, x := range list {
				for _, y := range some {
					z, ok := x.followedBy(y)
					if !ok || len(longer) == maxAlternatives {
						return nil
					}
					longer = append(longer, z)
				}
			}
			list = longer
		}
		return list
	}
	return nil
}
