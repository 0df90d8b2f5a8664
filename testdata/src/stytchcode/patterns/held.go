package patterns

import (
	"errors"
	"regexp"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// What a regular expression may be made of.
var parts = []*regexp.Regexp{
	regexp.MustCompile(`^((session_not_found)|(?:sesion_expired))$`), // want `"sesion_expired" is not`
	regexp.MustCompile(`^session_not_found$|^sesion_not_found$`),     // want `"sesion_not_found" is not`
	regexp.MustCompile(`\Asesion_not_found\z`),                       // want `"sesion_not_found" is not`
	regexp.MustCompile(`^(session|sesion)_not_found$`),               // want `"sesion_not_found" is not`
	regexp.MustCompile(`^sesion_.*`),                                 // want `no Stytch error code begins with "sesion_"`
	regexp.MustCompile(`^.*_not_fuond$`),                             // want `no Stytch error code ends with "_not_fuond"`
	regexp.MustCompile(`.*sesion.*`),                                 // want `no Stytch error code contains "sesion"`
	regexp.MustCompile(`^duplicate_(emial)?`),                        // want `no Stytch error code begins with "duplicate_emial"`
	regexp.MustCompile(`(?i:^sesion_not_found$)`),                    // want `"sesion_not_found" is not`
	regexp.MustCompile(`^(?i)(session|sesion)_not_found`),
	regexp.MustCompile(`^sesion[_-]not_found$`),
	regexp.MustCompile(`^ses.*_found$`),
	regexp.MustCompile(`^sesion_not_found+$`),
	regexp.MustCompile(`(?m)^sesion_not_found$`),
	regexp.MustCompile(`sesion^`),
	regexp.MustCompile(`$sesion`),
	regexp.MustCompile(`sesion(`),
	regexp.MustCompile("^sesion\u005fnot_found$"),
	regexp.MustCompile(`(a|b|c|d|e|f|g|h|i)(x|yy|zzz|vvvv|wwwww|u1|u2|u3|u4)`),
	regexp.MustCompile(``),
}

func anyOf(e stytcherror.Error) bool {
	for _, re := range parts {
		if re.MatchString(string(e.ErrorType)) {
			return true
		}
	}
	return false
}

// Fields, of rules in a table, too.
type rule struct {
	gone *regexp.Regexp
	text string
}

var rules = []rule{
	{regexp.MustCompile(`^sesion_`), "gone"},                   // want `no Stytch error code begins with "sesion_"`
	{gone: regexp.MustCompile(`not_fuond`), text: "not_fuond"}, // want `no Stytch error code contains "not_fuond"`
	{gone: regexp.MustCompile(`^session_`), text: "session_gone"},
}

func byRules(err error) string {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return ""
	}
	i := slices.IndexFunc(rules, func(r rule) bool { return r.gone.MatchString(string(e.ErrorType)) })
	for _, r := range rules {
		if r.gone.FindString(string(e.ErrorType)) != "" {
			return r.text
		}
	}
	return rules[i].text
}

// Words in fields and tables, and patterns as words.
type words struct {
	pattern string
	codes   []string
}

var tables = map[string]words{
	"gone": {pattern: `^sesion_not_found$`, codes: []string{"session_not_found", "sesion_not_found"}}, // want `"sesion_not_found" is not` `"sesion_not_found" is not`
}

func byWords(e stytcherror.Error) bool {
	for _, w := range tables {
		if ok, _ := regexp.MatchString(w.pattern, string(e.ErrorType)); ok || slices.Contains(w.codes, string(e.ErrorType)) {
			return true
		}
	}
	return false
}

// A helper is judged by what each caller passes.
func matches(re *regexp.Regexp, text string) bool { return re.MatchString(text) }

func helped(e stytcherror.Error, name string) bool {
	return matches(regexp.MustCompile(`^sesion_not_found$`), string(e.ErrorType)) || // want `"sesion_not_found" is not`
		matches(regexp.MustCompile(`^sesion_of_ours$`), name)
}

// One that is matched with something else, too, says nothing.
var shared = regexp.MustCompile(`^sesion_expired$`)

func both(e stytcherror.Error, name string) bool {
	return shared.MatchString(string(e.ErrorType)) || shared.MatchString(name)
}

// And one that is made from what is not in view.
func compiled(e stytcherror.Error, text string) bool {
	re, err := regexp.Compile(text)
	return err == nil && re.MatchString(string(e.ErrorType))
}
