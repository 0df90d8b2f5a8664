package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"

	"golang.org/x/tools/go/analysis"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// targets reports the tries that never find what they look for.
func (c *check) targets() {
	seen := make(map[token.Pos]bool)
	for _, t := range c.tries {
		if t.name == nil || seen[t.at.Pos()] {
			continue
		}
		d := analysis.Diagnostic{Pos: t.at.Pos(), End: t.at.End()}
		from, other := c.otherMajor(t)
		switch {
		case other:
			d.Category, d.Message = "major", t.wrongMajor(c, from)
		case c.isNil(t):
			d.Category = "pointer"
			d.Message = fmt.Sprintf("%s panics: %s is a nil *%s; declare it as a %[3]s and pass its address",
				t.search(c), types.ExprString(t.at), display(t.name))
		case t.pointer && !t.both && !c.habits.Makes && !c.inherited.Makes:
			d.Category, d.Message = "pointer", t.wrongForm(c)
			d.SuggestedFixes = c.dropStar(t)
		default:
			continue
		}
		seen[d.Pos] = true
		c.report.Report(d, true)
	}
}

// search names the function that a try calls.
func (t *try) search(c *check) string {
	if t.fn.Pkg() == c.pass.Pkg || t.fn.Pkg() == nil || t.fn.Signature().Recv() != nil {
		return t.fn.Name()
	}
	return t.fn.Pkg().Name() + "." + t.fn.Name()
}

// outcome says what becomes of a try that can find nothing.
func (t *try) outcome(c *check, what string) string {
	switch t.how {
	case checked:
		return fmt.Sprintf("the assertion to %s never holds", what)
	case unchecked:
		return fmt.Sprintf("the assertion to %s always panics", what)
	case byCase:
		return fmt.Sprintf("the case %s is never taken", what)
	}
	if negative(t) {
		return fmt.Sprintf("%s holds of every error for a %s", t.search(c), what)
	}
	return fmt.Sprintf("%s never finds a %s", t.search(c), what)
}

// negative reports whether a try holds if the error is not found.
func negative(t *try) bool {
	row := asking(t.fn)
	return row.Does == library.ErrorAs && row.Is(library.Negated)
}

func (t *try) wrongForm(c *check) string {
	remedy := "drop the *"
	switch {
	case t.how == unchecked:
		remedy = "drop the * and check the result"
	case t.how == byTarget, t.how == byTypeArg && !t.explicit():
		remedy = "declare the target without the *"
	}
	name := display(t.name)
	return fmt.Sprintf("%s: the SDK returns %s values; %s", t.outcome(c, "*"+name), name, remedy)
}

// explicit reports whether the call spells out the type argument.
func (t *try) explicit() bool {
	call, ok := t.cur.Node().(*ast.CallExpr)
	return ok && t.at != calleeIdent(call)
}

// otherMajor reports whether a try asks for the error of another major version
// of the SDK than the one that returned it, and returns that one.
func (c *check) otherMajor(t *try) (major string, ok bool) {
	fn := c.origin(t.cur, c.errorVariable(t.err))
	if fn == nil || fn.Pkg() == nil || !sdk.InModule(fn.Pkg().Path()) {
		return "", false
	}
	major = sdk.Major(fn.Pkg().Path())
	if major == sdk.Major(t.name.Pkg().Path()) {
		return "", false
	}
	for _, other := range c.within[declaration(t.cur)] {
		if other.name != nil && sdk.Major(other.name.Pkg().Path()) == major ||
			other.name == nil && other.id != "" && sdk.Major(other.id) == major {
			return "", false // all that the program uses are tried
		}
	}
	return major, true
}

func (t *try) wrongMajor(c *check, from string) string {
	name := display(t.name)
	what := name
	if t.pointer {
		what = "*" + name
	}
	right := "stytcherror." + t.name.Name()
	if from == "" {
		right = "stytch.Error"
	}
	return fmt.Sprintf("%s of %s here: the error comes from %s; look for its %s, as a value",
		t.outcome(c, what), release(sdk.Major(t.name.Pkg().Path())), release(from), right)
}

// release names a major version of the SDK.
func release(major string) string {
	if major == "" {
		return "stytch-go v1"
	}
	return "stytch-go " + major
}

// isNil reports whether the target of a try is a pointer that is nil: one that
// is declared and never set.
func (c *check) isNil(t *try) bool {
	if t.how != byTarget || t.pointer {
		return false
	}
	id, ok := ast.Unparen(t.at).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.info.Uses[id].(*types.Var)
	if !ok || v.Kind() != types.LocalVar {
		return false
	}
	known := c.vars[v]
	return known != nil && known.declared && len(known.sources) == 0 && !known.target && !known.taken
}
