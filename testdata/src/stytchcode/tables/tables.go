// Package tables holds loops over lists of codes.
package tables

import (
	"maps"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a list of the package
var transient = []string{"too_many_requests", "too_many_request"} // want `"too_many_request" is not`

func isTransient(e stytcherror.Error) bool {
	for _, c := range transient {
		if c == string(e.ErrorType) {
			return true
		}
	}
	return false
}

// a list of the code's type, indexed
var fatal = [...]stytcherror.Type{"weak_pasword", ""} // want `"weak_password"`

func isFatal(e stytcherror.Error) bool {
	for i := range fatal {
		if fatal[i] == e.ErrorType {
			return true
		}
	}
	return false
}

// a table of structs
var rules = []struct {
	code   string
	status int
	next   string
}{
	{"session_not_found", 401, "sesion_login"},
	{"sesion_not_found", 401, "member_not_foud"}, // want `"sesion_not_found" is not`
	{code: "user_notfound", status: 404},         // want `"user_not_found"`
}

func status(e stytcherror.Error) int {
	for _, r := range rules {
		if r.code == string(e.ErrorType) && r.next != "" {
			return r.status
		}
	}
	return 500
}

// a table of pointers to a named struct, with prefixes
type rule struct {
	code, prefix string
}

var pointers = []*rule{
	{code: "otp_code_notfound"}, // want `"otp_code_not_found"`
	{code: "", prefix: "otp_"},
}

func find(e stytcherror.Error) *rule {
	i := slices.IndexFunc(pointers, func(r *rule) bool { return r.code == string(e.ErrorType) })
	if i < 0 {
		return nil
	}
	return pointers[i]
}

// a table whose codes are looked at in a switch on something else
func describe(e stytcherror.Error) string {
	for text, codes := range map[string][]stytcherror.Type{
		"gone":  {"magic_link_not_fond", "session_not_found"}, // want `"magic_link_not_found"`
		"other": {"captcha_faild"},                            // want `"captcha_failed"`
	} {
		if slices.Contains(codes, e.ErrorType) {
			return text
		}
	}
	return ""
}

// an iterator over keys
func known(e stytcherror.Error) bool {
	for c := range maps.Keys(map[string]bool{"duplicate_emial": true}) { // want `"duplicate_email"`
		if string(e.ErrorType) == c {
			return true
		}
	}
	return false
}

// an iterator of the program
func codes(yield func(string) bool) {
	_ = yield("session_not_found") && yield("reset_pasword") // want `"reset_password"`
}

func yields(e stytcherror.Error) bool {
	for c := range codes {
		if string(e.ErrorType) == c {
			return true
		}
	}
	return false
}

// a list that is copied, cut, sorted and extended on its way
func extended(e stytcherror.Error) bool {
	list := append([]string(nil), "pkce_missmatch") // want `"pkce_mismatch"`
	list = append(list, "breached_pasword")         // want `"breached_password"`
	slices.Sort(list)
	list = slices.Compact(slices.Clone(list))[0:]
	return slices.Contains(list, string(e.ErrorType))
}

// a list of codes, and one of names that look like it
var (
	sessionCodes = []string{"sesion_not_found"} // want `"session_not_found"`
	sessionNames = []string{"sesion_not_found"}
)

func both(e stytcherror.Error, name string) bool {
	return slices.Contains(sessionCodes, string(e.ErrorType)) || slices.Contains(sessionNames, name)
}
