package stytchtarget

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// otherMajor reports whether a search asks for the error of another major version
// of the SDK than the one that returned it, and returns that one.
func (c *check) otherMajor(s *search) (major string, ok bool) {
	major, ok = c.origin(s.err)
	if !ok || major == sdk.Major(s.name.Pkg().Path()) {
		return "", false
	}
	return major, !c.record(declaration(s.cur)).majors[major] // where all that the program uses are looked for
}

// origin returns the major version of the SDK whose calls return the error in a
// variable, if none of its values is of anything else.
func (c *check) origin(err ast.Expr) (major string, ok bool) {
	id, isIdent := ast.Unparen(err).(*ast.Ident)
	if !isIdent {
		return "", false
	}
	v := c.valuesOf(c.info.Uses[id])
	for i, from := range v.list {
		call, ok := from.expr.(*ast.CallExpr)
		if !ok {
			return "", false
		}
		// Here an interface's method will do: its package says enough.
		fn, ok := typeutil.Callee(c.info, call).(*types.Func)
		if !ok || !sdk.IsCall(fn) || from.result != fn.Signature().Results().Len()-1 || i > 0 && sdk.CallMajor(fn) != major {
			return "", false
		}
		major = sdk.CallMajor(fn)
	}
	return major, !v.open && len(v.list) > 0
}

func (s *search) wrongMajor(c *check, from string) string {
	what := display(s.name)
	if s.pointer {
		what = "*" + what
	}
	right := "stytcherror." + s.name.Name()
	if from == "" {
		right = "stytch.Error"
	}
	return fmt.Sprintf("%s of %s here: the error comes from %s; look for its %s, as a value",
		s.outcome(c, what), release(sdk.Major(s.name.Pkg().Path())), release(from), right)
}

// release names a major version of the SDK.
func release(major string) string {
	if major == "" {
		return "stytch-go v1"
	}
	return "stytch-go " + major
}
