package editor

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// Mention returns the code that the literal or the constant at a position means, or
// what it is to mean. A literal also means the code that it names where the program
// only lists it, but not where it is known to be something else.
func (f *Flow) Mention(pos token.Pos) (Mention, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, site := range f.flow.Sites {
		if site.Embedded && site.Pos <= pos && pos < site.End {
			return mention(site.Pos, site.End, site.Value, valueflow.Place{Use: site.Use, Family: site.Family, Upper: site.Upper})
		}
	}
	s, ok := f.spotAt(pos + 1)
	if !ok || s.open || s.next >= 0 {
		return Mention{}, false
	}
	name, ok := f.text(s.expr)
	if !ok {
		return Mention{}, false
	}
	if place, ok := f.expected(&s); ok {
		return mention(s.pos, s.end, name, place)
	}
	listed := s.quoted && f.flow.AboutCodes() && !f.flow.Foreign(s.expr)
	if _, ok := catalog.Lookup(name); !ok || !listed && !f.isCatalog(s.expr) {
		return Mention{}, false
	}
	return Mention{s.pos, s.end, name, catalog.Stytch(), catalog.Nearest(name)}, true
}

// mention returns what a name means where something is expected of it.
func mention(pos, end token.Pos, name string, place valueflow.Place) (Mention, bool) {
	code := name
	if place.Upper || place.Use == valueflow.Fold {
		code = strings.ToLower(name)
	}
	m := Mention{Pos: pos, End: end, Name: name}
	for _, set := range setsOf(place.Family) {
		if match := set.Nearest(code); m.Set == nil || match.Reason == catalog.Exact {
			m.Set, m.Match = set, match
		}
	}
	return m, m.Match.Reason == catalog.Exact || name != "" && !isPart(place.Use)
}

// isPart reports whether less than a code will do.
func isPart(use valueflow.Use) bool {
	return use == valueflow.Prefix || use == valueflow.Suffix || use == valueflow.Substring
}

// catalogCode is the package that has a constant for each code.
const catalogCode = "github.com/stytchlint/stytchlint/catalog/code"

// isCatalog reports whether e names one of the constants of that package.
func (f *Flow) isCatalog(e ast.Expr) bool {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		e = sel.Sel
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	c, ok := f.pass.TypesInfo.Uses[id].(*types.Const)
	return ok && c.Pkg() != nil && c.Pkg().Path() == catalogCode
}
