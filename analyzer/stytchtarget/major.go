package stytchtarget

import (
	"fmt"
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/edit"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// otherMajor reports whether a search asks for the error of another major version
// of the SDK than the one that returned it, and returns that one. What callers pass is
// their matter.
func (c *check) otherMajor(s *search) (major string, ok bool) {
	if v := c.variableOf(s.err); v != nil && v.Kind() == types.ParamVar {
		return "", false
	}
	major, ok = c.errors.Major(s.err)
	if !ok || major == sdk.Major(s.name.Pkg().Path()) {
		return "", false
	}
	return major, !c.record(edit.Declaration(s.cur)).majors[major] // where all that the program uses are looked for
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
