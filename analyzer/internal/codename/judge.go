// Package codename says what is wrong with a name that stands where an error code is
// expected, and which code is meant.
package codename

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A Judge knows which names are codes.
type Judge struct {
	API, OAuth2 *catalog.Set
	Known       map[string]bool // by the user's word
}

// A Verdict is what is wrong with a site.
type Verdict struct {
	Problem  string // the message; "" if nothing is wrong
	Advice   string // what to do if the name is a code all the same; goes on from the message
	Category string
	Wrong    bool   // wrong for sure, rather than unknown to the catalog
	Right    string // the code to write instead; "" if that is not certain

	Codes []string // those that may be meant, the likeliest first
}

// Site judges a constant by what is done with it and what is asked for around it.
func (j *Judge) Site(s valueflow.Site, in *View) Verdict {
	switch s.Use {
	case valueflow.Prefix:
		return j.part(s, "begins with", strings.HasPrefix)
	case valueflow.Suffix:
		return j.part(s, "ends with", strings.HasSuffix)
	case valueflow.Substring:
		return j.part(s, "contains", strings.Contains)
	case valueflow.Fold:
		if lower := strings.ToLower(s.Value); j.isCode(lower, s.Family) {
			return inUpperCase(s)
		}
	}
	if j.isCode(s.Value, s.Family) {
		return Verdict{}
	}
	v := j.name(s, in)
	if s.Upper {
		v.Right = "" // it would have to be in upper case, too
	}
	return v
}

// inUpperCase judges a constant whose letters are those of a code, and which is
// compared with a code without regard to case, or in upper case.
func inUpperCase(s valueflow.Site) Verdict {
	right := strings.ToUpper(s.Value)
	if !s.Upper || !s.Exact || s.Value == right {
		return Verdict{}
	}
	return Verdict{
		Problem:  fmt.Sprintf("%q never matches, as the code is in upper case here; compare it with %q", s.Value, right),
		Category: "spelling", Wrong: true, Right: right,
	}
}

var form = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// HasForm reports whether a name has the form of a code.
func HasForm(name string) bool { return form.MatchString(name) }

func (j *Judge) isCode(name string, family sdk.Family) bool {
	if j.Known[name] {
		return true
	}
	for _, set := range j.sets(family) {
		if _, ok := set.Lookup(name); ok {
			return true
		}
	}
	return false
}

func (j *Judge) sets(family sdk.Family) []*catalog.Set {
	var sets []*catalog.Set
	if family&sdk.API != 0 {
		sets = append(sets, j.API)
	}
	if family&sdk.OAuth2 != 0 {
		sets = append(sets, j.OAuth2)
	}
	return sets
}

// name judges a whole name that is no code.
func (j *Judge) name(s valueflow.Site, in *View) Verdict {
	set, what := j.API, "a Stytch error code"
	if s.Family == sdk.OAuth2 {
		set, what = j.OAuth2, "an OAuth 2.0 error code"
	}
	m := in.narrow(set.Nearest(s.Value), s.Pos)
	v := Verdict{Wrong: m.Certain(), Right: m.Fix(), Codes: m.Codes}
	switch m.Reason {
	case catalog.Spelling:
		v.Category = "spelling"
		v.Problem = fmt.Sprintf("%q is not %s; did you mean %s?", s.Value, what, either(m.Codes))
	case catalog.Typo, catalog.Reordered:
		v.Category = "misspelt"
		v.Problem = fmt.Sprintf("%q is not %s; did you mean %s?", s.Value, what, either(m.Codes))
	case catalog.Renamed:
		v.Category = "renamed"
		v.Problem = fmt.Sprintf("%q is not %s any more; it was renamed to %s", s.Value, what, either(m.Codes))
	case catalog.Removed, catalog.Foreign:
		v.Category = "removed"
		v.Problem = fmt.Sprintf("%q is not %s%s", s.Value, what, clause(m))
	case catalog.Invented:
		v.Category = "invented"
		v.Problem = fmt.Sprintf("%q is not %s%s", s.Value, what, clause(m))
	default:
		return j.unknown(s, set, m)
	}
	return v
}

// unknown judges a name of which nothing is known, but perhaps that it belongs
// to the other set or shares its words with a code.
func (j *Judge) unknown(s valueflow.Site, set *catalog.Set, m catalog.Match) Verdict {
	v := Verdict{Category: "unknown", Codes: m.Codes}
	if s.Family != sdk.Either {
		if _, ok := j.API.Lookup(s.Value); ok {
			v.Category = "otherset"
			v.Problem = fmt.Sprintf("%q is an error code of Stytch's API, but OAuth2Error carries those of OAuth 2.0", s.Value)
			return v
		}
		if _, ok := j.OAuth2.Lookup(s.Value); ok {
			v.Category = "otherset"
			v.Problem = fmt.Sprintf("%q is an error code of OAuth 2.0, which OAuth2Error carries; it is not in the Stytch catalog (checked %s)", s.Value, set.Checked())
			return v
		}
	}
	catalogName := "the Stytch catalog"
	if s.Family == sdk.OAuth2 {
		catalogName = "the catalog of OAuth 2.0 error codes"
	}
	hint := ""
	if len(m.Codes) > 0 {
		hint = "; the nearest is " + either(m.Codes)
	}
	v.Problem = fmt.Sprintf("%q is not in %s (checked %s)%s", s.Value, catalogName, set.Checked(), hint)
	if HasForm(s.Value) {
		v.Advice = "; if it is new, add -stytchcode.known=" + s.Value
	}
	return v
}

// part judges a constant that codes are asked to begin with, end with or
// contain: it is wrong only if none does.
func (j *Judge) part(s valueflow.Site, verb string, has func(code, part string) bool) Verdict {
	matches := func(part string) bool {
		for code := range j.Known {
			if has(code, part) {
				return true
			}
		}
		for _, set := range j.sets(s.Family) {
			if set.Matches(func(code string) bool { return has(code, part) }) {
				return true
			}
		}
		return false
	}
	if matches(s.Value) {
		return Verdict{}
	}
	set := j.sets(s.Family)[0]
	what := "Stytch error code"
	if s.Family == sdk.OAuth2 {
		what = "OAuth 2.0 error code"
	}
	if lower := strings.ToLower(s.Value); lower != s.Value && matches(lower) {
		return Verdict{
			Problem:  fmt.Sprintf("no %s %s %q; codes are in lower case: %q", what, verb, s.Value, lower),
			Category: "spelling", Wrong: true, Right: lower,
		}
	}
	if m := set.Nearest(s.Value); m.Certain() && len(m.Codes) > 0 {
		return Verdict{
			Problem:  fmt.Sprintf("no %s %s %q; did you mean %s?", what, verb, s.Value, either(m.Codes)),
			Category: "misspelt", Wrong: true, Right: m.Fix(), Codes: m.Codes,
		}
	}
	return Verdict{
		Problem:  fmt.Sprintf("no %s %s %q (catalog checked %s)", what, verb, s.Value, set.Checked()),
		Category: "unknown",
	}
}

// clause returns what a match knows beyond that the name is no code.
func clause(m catalog.Match) string {
	switch {
	case m.Note != "":
		return "; " + m.Note
	case len(m.Codes) > 0:
		return "; use " + either(m.Codes)
	}
	return ""
}

// either joins codes into a phrase: "a", "a" or "b".
func either(codes []string) string {
	quoted := make([]string, 0, 3)
	for _, c := range codes {
		if len(quoted) == 3 {
			break // more than that is no help
		}
		quoted = append(quoted, fmt.Sprintf("%q", c))
	}
	return strings.Join(quoted, " or ")
}
