package stytchcode

import (
	"fmt"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/analyzer/internal/valueflow"
	"github.com/stytchlint/stytchlint/catalog"
)

// A judge knows which names are codes.
type judge struct {
	api, oauth2 *catalog.Set
	known       map[string]bool // by the user's word
}

// A verdict is what is wrong with a site.
type verdict struct {
	problem  string // the message; "" if nothing is wrong
	category string
	wrong    bool   // wrong for sure, rather than unknown to the catalog
	right    string // the code to write instead; "" if that is not certain
}

// site judges a constant by what is done with it and what is asked for around it.
func (j *judge) site(s valueflow.Site, in *view) verdict {
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
		return verdict{}
	}
	v := j.name(s, in)
	if s.Upper {
		v.right = "" // it would have to be in upper case, too
	}
	return v
}

// inUpperCase judges a constant whose letters are those of a code, and which is
// compared with a code without regard to case, or in upper case.
func inUpperCase(s valueflow.Site) verdict {
	right := strings.ToUpper(s.Value)
	if !s.Upper || !s.Exact || s.Value == right {
		return verdict{}
	}
	return verdict{
		problem:  fmt.Sprintf("%q never matches, as the code is in upper case here; compare it with %q", s.Value, right),
		category: "spelling", wrong: true, right: right,
	}
}

func (j *judge) isCode(name string, family sdk.Family) bool {
	if j.known[name] {
		return true
	}
	for _, set := range j.sets(family) {
		if _, ok := set.Lookup(name); ok {
			return true
		}
	}
	return false
}

func (j *judge) sets(family sdk.Family) []*catalog.Set {
	var sets []*catalog.Set
	if family&sdk.API != 0 {
		sets = append(sets, j.api)
	}
	if family&sdk.OAuth2 != 0 {
		sets = append(sets, j.oauth2)
	}
	return sets
}

// name judges a whole name that is no code.
func (j *judge) name(s valueflow.Site, in *view) verdict {
	set, what := j.api, "a Stytch error code"
	if s.Family == sdk.OAuth2 {
		set, what = j.oauth2, "an OAuth 2.0 error code"
	}
	m := in.narrow(set.Nearest(s.Value), s.Pos)
	v := verdict{wrong: m.Certain(), right: m.Fix()}
	switch m.Reason {
	case catalog.Spelling:
		v.category = "spelling"
		v.problem = fmt.Sprintf("%q is not %s; did you mean %s?", s.Value, what, either(m.Codes))
	case catalog.Typo, catalog.Reordered:
		v.category = "misspelt"
		v.problem = fmt.Sprintf("%q is not %s; did you mean %s?", s.Value, what, either(m.Codes))
	case catalog.Renamed:
		v.category = "renamed"
		v.problem = fmt.Sprintf("%q is not %s any more; it was renamed to %s", s.Value, what, either(m.Codes))
	case catalog.Removed, catalog.Foreign:
		v.category = "removed"
		v.problem = fmt.Sprintf("%q is not %s%s", s.Value, what, clause(m))
	case catalog.Invented:
		v.category = "invented"
		v.problem = fmt.Sprintf("%q is not %s%s", s.Value, what, clause(m))
	default:
		return j.unknown(s, set, m)
	}
	return v
}

// unknown judges a name of which nothing is known, but perhaps that it belongs
// to the other set or shares its words with a code.
func (j *judge) unknown(s valueflow.Site, set *catalog.Set, m catalog.Match) verdict {
	v := verdict{category: "unknown"}
	if s.Family != sdk.Either {
		if _, ok := j.api.Lookup(s.Value); ok {
			v.category = "otherset"
			v.problem = fmt.Sprintf("%q is an error code of Stytch's API, but OAuth2Error carries those of OAuth 2.0", s.Value)
			return v
		}
		if _, ok := j.oauth2.Lookup(s.Value); ok {
			v.category = "otherset"
			v.problem = fmt.Sprintf("%q is an error code of OAuth 2.0, which OAuth2Error carries; it is not in the Stytch catalog (checked %s)", s.Value, set.Checked())
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
	v.problem = fmt.Sprintf("%q is not in %s (checked %s)%s; if it is new, add -stytchcode.known=%s",
		s.Value, catalogName, set.Checked(), hint, s.Value)
	if !codeName.MatchString(s.Value) {
		v.problem = fmt.Sprintf("%q is not in %s (checked %s)%s", s.Value, catalogName, set.Checked(), hint)
	}
	return v
}

// part judges a constant that codes are asked to begin with, end with or
// contain: it is wrong only if none does.
func (j *judge) part(s valueflow.Site, verb string, has func(code, part string) bool) verdict {
	matches := func(part string) bool {
		for code := range j.known {
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
		return verdict{}
	}
	set := j.sets(s.Family)[0]
	what := "Stytch error code"
	if s.Family == sdk.OAuth2 {
		what = "OAuth 2.0 error code"
	}
	if lower := strings.ToLower(s.Value); lower != s.Value && matches(lower) {
		return verdict{
			problem:  fmt.Sprintf("no %s %s %q; codes are in lower case: %q", what, verb, s.Value, lower),
			category: "spelling", wrong: true, right: lower,
		}
	}
	if m := set.Nearest(s.Value); m.Certain() && len(m.Codes) > 0 {
		return verdict{
			problem:  fmt.Sprintf("no %s %s %q; did you mean %s?", what, verb, s.Value, either(m.Codes)),
			category: "misspelt", wrong: true, right: m.Fix(),
		}
	}
	return verdict{
		problem:  fmt.Sprintf("no %s %s %q (catalog checked %s)", what, verb, s.Value, set.Checked()),
		category: "unknown",
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
