package editor

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A written is a text that is written where a code is expected, or that is one.
type written struct {
	pos, end token.Pos
	value    string
	catalog  bool // it is a constant of package catalog/code
	valueflow.Place
}

// writtenAt returns the one at a position.
func (f *Flow) writtenAt(pos token.Pos) (written, bool) {
	for _, site := range f.flow.Sites {
		if site.Embedded && site.Pos <= pos && pos < site.End {
			return written{site.Pos, site.End, site.Value, false, valueflow.Place{Use: site.Use, Family: site.Family, Upper: site.Upper}}, true
		}
	}
	s, ok := f.spotAt(pos + 1)
	if !ok {
		s, ok = f.spotAt(pos) // at the quote that ends it
	}
	if !ok || s.open || s.next >= 0 {
		return written{}, false
	}
	value, ok := f.text(s.expr)
	if !ok {
		return written{}, false
	}
	isConstant := f.isCatalog(s.expr)
	if place, ok := f.expected(&s); ok {
		return written{s.pos, s.end, value, isConstant, place}, true
	}
	listed := s.quoted && f.flow.AboutCodes() && !f.flow.Foreign(s.expr)
	_, ok = catalog.Lookup(value)
	return written{s.pos, s.end, value, isConstant, valueflow.Place{Use: valueflow.Listed, Family: sdk.API}}, ok && (listed || isConstant)
}

// isPart reports whether less than a code will do.
func isPart(use valueflow.Use) bool {
	return use == valueflow.Prefix || use == valueflow.Suffix || use == valueflow.Substring
}

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
