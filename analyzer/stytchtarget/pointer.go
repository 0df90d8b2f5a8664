package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// pointers reports the searches that never find what they look for.
func (c *check) pointers() {
	seen := make(map[token.Pos]bool)
	for _, decl := range c.order {
		for _, s := range c.searches[decl] {
			if s.name == nil || seen[s.at.Pos()] {
				continue
			}
			d := analysis.Diagnostic{Pos: s.at.Pos(), End: s.at.End()}
			from, other := c.otherMajor(s)
			switch {
			case other:
				d.Category, d.Message = "major", s.wrongMajor(c, from)
			case c.isNil(s):
				d.Category = "pointer"
				d.Message = fmt.Sprintf("%s panics: %s is a nil *%s; declare it as a %[3]s and pass its address",
					s.title(c), types.ExprString(s.at), display(s.name))
			case s.pointer && !s.both && !c.habits.Makes && !c.inherited.Makes:
				d.Category, d.Message = "pointer", s.wrongForm(c)
				d.SuggestedFixes = c.dropStar(s)
			default:
				continue
			}
			seen[d.Pos] = true
			c.report.Report(d, true)
		}
	}
}

// title names the function that a search calls.
func (s *search) title(c *check) string {
	if s.fn.Pkg() == c.pass.Pkg || s.fn.Signature().Recv() != nil {
		return s.fn.Name()
	}
	return s.fn.Pkg().Name() + "." + s.fn.Name()
}

// outcome says what becomes of a search that can find nothing.
func (s *search) outcome(c *check, what string) string {
	switch s.how {
	case checked:
		return fmt.Sprintf("the assertion to %s never holds", what)
	case unchecked:
		return fmt.Sprintf("the assertion to %s always panics", what)
	case byCase:
		return fmt.Sprintf("the case %s is never taken", what)
	}
	if isNegative(s.fn) {
		return fmt.Sprintf("%s holds of every error for a %s", s.title(c), what)
	}
	return fmt.Sprintf("%s never finds a %s", s.title(c), what)
}

// isNegative reports whether a function holds if the error is not found.
func isNegative(fn *types.Func) bool { return asking(fn).Is(library.Negated) }

func (s *search) wrongForm(c *check) string {
	remedy := "drop the *"
	switch {
	case s.how == unchecked:
		remedy = "drop the * and check the result"
	case s.how == byTarget, s.how == byTypeArg && !s.explicit():
		remedy = "declare the target without the *"
	}
	name := display(s.name)
	return fmt.Sprintf("%s: the SDK returns %s values; %s", s.outcome(c, "*"+name), name, remedy)
}

// isNil reports whether the target of a search is a pointer that is nil: one that
// is declared and never set.
func (c *check) isNil(s *search) bool {
	if s.how != byTarget || s.pointer {
		return false
	}
	id, ok := ast.Unparen(s.at).(*ast.Ident)
	if !ok {
		return false
	}
	v := c.valuesOf(c.info.Uses[id])
	return v.zero && !v.open && len(v.list) == 0
}
