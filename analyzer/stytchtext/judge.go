package stytchtext

import (
	"regexp"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/errfield"
	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
	"github.com/stytchlint/stytchlint/catalog"
)

// A judge knows which texts have to do with an error's code or status.
type judge struct {
	api, oauth2 *catalog.Set
}

// A verdict is what a text is about.
type verdict struct {
	category string   // "" if nothing is wrong
	name     string   // what the text names, as it is written
	exact    bool     // the text is nothing but the exact name of a code
	right    []string // the codes that a misspelt one means
}

var (
	codeLike  = regexp.MustCompile(`[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+`)
	wholeCode = regexp.MustCompile(`^(?:type: )?[a-z0-9]+(?:_[a-z0-9]+)+,?$`)
	number    = regexp.MustCompile(`^(?i)[\W_]*(?:(?:http|status|code|error|response)[\W_]*)*[45][0-9][0-9](?:[^0-9A-Za-z_-].*)?$`)
	phrase    = regexp.MustCompile(`^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)+$`)
)

// text judges what an error's text is searched for. The family is that of the
// error's codes.
func (j *judge) text(s string, family sdk.Family, caseless bool) verdict {
	if caseless {
		s = strings.ToLower(s)
	}
	set := j.api
	if family == sdk.OAuth2 {
		set = j.oauth2
	}
	names := codeLike.FindAllString(s, -1)
	for _, name := range names {
		if _, ok := set.Lookup(name); ok {
			return verdict{category: "code", name: name, exact: wholeCode.MatchString(s)}
		}
	}
	for _, name := range names {
		// Networks have names in upper case for what goes wrong, such as INTERNAL_ERROR.
		m := set.Nearest(name)
		if m.Certain() && !errfield.IsName(strings.ToLower(name)) && (m.Reason != catalog.Invented || name == strings.ToLower(name)) {
			return verdict{category: "misspelt", name: name, right: m.Codes}
		}
	}
	if s := strings.Trim(s, " :,"); strings.Contains(s, "_") && set.Matches(func(code string) bool { return strings.Contains(code, s) }) {
		return verdict{category: "code", name: s}
	}
	if phrase.MatchString(s) {
		if m := set.Nearest(s); m.Reason == catalog.Spelling && len(m.Codes) == 1 {
			return verdict{category: "misspelt", name: s, right: m.Codes}
		}
	}
	if number.MatchString(s) {
		return verdict{category: "status", name: s}
	}
	return verdict{}
}
