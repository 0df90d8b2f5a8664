// Package maps holds maps whose keys are codes.
package maps

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a table of the package, with string keys
var status = map[string]int{
	"session_not_found":   401,
	"sesion_not_found":    401, // want `"sesion_not_found" is not .*"session_not_found"`
	"magic_link_not_fond": 404, // want `"magic_link_not_found"`
	"foo_bar_baz":         500, // want `"foo_bar_baz" is not in the Stytch catalog`
	"":                    500,
}

// a table with keys of the code's type
var messages = map[stytcherror.Type]string{
	"weak_password":                     "choose a longer one",
	"weak_pasword":                      "choose a longer one", // want `"weak_password"`
	stytcherror.Type("duplicate_emial"): "already registered",  // want `"duplicate_email"`
}

// keys that have names
const tooMany = "too_many_request"

var retry = map[string]bool{
	tooMany: true, // want `"too_many_requests"`
}

// a table that is filled later
var late = make(map[string]string)

func init() {
	late["user_not_found"] = "unknown user"
	late["user_notfound"] = "unknown user" // want `"user_not_found"`
}

// a set
var fatal = map[stytcherror.Type]struct{}{
	"unauthorised_credentials": {}, // want `"unauthorized_credentials"`
}

// functions as values
var handlers = map[string]func() int{
	"captcha_faild": func() int { return 400 }, // want `"captcha_failed"`
}

// tables by status, then by code
var nested = map[int]map[string]string{
	404: {"member_not_foud": "no such member"}, // want `"member_not_found"`
}

// a table that is indexed with other things, too
var labels = map[string]string{
	"sesion_not_found": "Session",
}

// a table that nothing indexes with a code; its values come from codes
var translation = map[string]string{
	"session_not_found": "sesion_gone",
	"user_not_found":    "member_not_foud",
}

func lookups(err error, field string) (int, string) {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return 500, labels[field]
	}
	if s, ok := status[string(e.ErrorType)]; ok {
		return s, messages[e.ErrorType]
	}
	if _, ok := fatal[e.ErrorType]; ok {
		return 500, ""
	}
	if h := handlers[string(e.ErrorType)]; h != nil {
		return h(), nested[e.StatusCode][string(e.ErrorType)]
	}
	if retry[string(e.ErrorType)] {
		return 429, late[string(e.ErrorType)]
	}
	// what a table gives for a code is no code
	if translation[string(e.ErrorType)] == "member_not_foud" {
		return 404, ""
	}
	return 500, labels[string(e.ErrorType)]
}

// a literal that is indexed at once
func atOnce(e stytcherror.Error) int {
	return map[string]int{
		"otp_code_not_found": 404,
		"otp_code_notfound":  404, // want `"otp_code_not_found"`
	}[string(e.ErrorType)]
}

// a local table
func local(e stytcherror.Error) string {
	text := map[stytcherror.Type]string{"pkce_missmatch": "x"} // want `"pkce_mismatch"`
	if t, ok := text[e.ErrorType]; ok {
		return t
	}
	return ""
}

// what is counted by code, and looked up with a constant
func count(list []stytcherror.Error) int {
	n := make(map[stytcherror.Type]int)
	for _, e := range list {
		n[e.ErrorType]++
	}
	return n["sesion_not_found"] // want `"session_not_found"`
}

// the same by hand, with keys of strings
func group(list []stytcherror.Error) []error {
	groups := map[string][]error{}
	for _, e := range list {
		groups[string(e.ErrorType)] = append(groups[string(e.ErrorType)], e)
	}
	delete(groups, "session_not_found")
	delete(groups, "user_notfound") // want `"user_not_found"`
	return groups["weak_pasword"]   // want `"weak_password"`
}

// a range over a table, the key compared with the code
func search(e stytcherror.Error) int {
	for code, s := range map[string]int{"reset_pasword": 401} { // want `"reset_password"`
		if code == string(e.ErrorType) {
			return s
		}
	}
	return 500
}
