// Package fixes holds what is written in the place of a wrong code.
package fixes

import (
	"errors"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func literals(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	// a literal
	if e.ErrorType == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	// in parentheses and a conversion
	if ("user_notfound") == string(e.ErrorType) || e.ErrorType == stytcherror.Type("weak_pasword") { // want `"user_not_found"` `"weak_password"`
		return true
	}
	// a raw literal stays raw
	if e.ErrorType == `magic_link_not_fond` { // want `"magic_link_not_found"`
		return true
	}
	// a literal with escapes
	if e.ErrorType == "\x73esion_not_found" { // want `"session_not_found"`
		return true
	}
	// literals that are added
	if e.ErrorType == "sesion"+"_not_"+`found` { // want `"session_not_found"`
		return true
	}
	switch e.ErrorType {
	case "otp_code_notfound", "captcha_faild": // want `"otp_code_not_found"` `"captcha_failed"`
		return true
	// renamed and invented, with one code for it
	case "idp_client_not_found": // want `"connected_app_not_found"`
		return true
	case "magic_link_token_expired": // want `"unable_to_auth_magic_link"`
		return true
	// removed: nothing to write
	case "too_restrictive_organization_settings": // want `"too_restrictive_organization_settings" is not`
		return true
	// invented, with several codes for it: not for us to choose
	case "account_not_found": // want `"user_not_found".*"member_not_found"`
		return true
	// the same: members have a code of their own
	case "email_already_exists", "phone_number_taken": // want `"duplicate_email".*"duplicate_member_email"` `"duplicate_phone_number".*"duplicate_member_phone_number"`
		return true
	// unknown: nothing to write
	case "foo_bar_baz": // want `"foo_bar_baz" is not`
		return true
	}
	return false
}

// an element beside the right one
func element(e stytcherror.Error) bool {
	return slices.Contains([]string{"session_not_found", "sesion_not_found"}, string(e.ErrorType)) // want `"sesion_not_found" is not`
}

// in the wrong case
func folded(e stytcherror.Error) bool {
	return strings.EqualFold(string(e.ErrorType), "Weak-Password") // want `"weak_password"`
}

// keys, elements and fields
var statuses = map[string]int{
	"duplicate_emial": 409, // want `"duplicate_email"`
	`reset_pasword`:   401, // want `"reset_password"`
}

var rows = []struct {
	code   string
	status int
}{
	{"pkce_missmatch", 400},         // want `"pkce_mismatch"`
	{code: "breached_pasword"},      // want `"breached_password"`
	{code: "totp_notfound" /* … */}, // want `"totp_not_found"`
}

func tables(e stytcherror.Error) int {
	for _, r := range rows {
		if r.code == string(e.ErrorType) {
			return r.status
		}
	}
	return statuses[string(e.ErrorType)]
}

// an argument, and a built error
func is(err error, code string) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && string(e.ErrorType) == code
}

func calls(err error) error {
	if is(err, "too_many_request") { // want `"too_many_requests"`
		return stytcherror.Error{ErrorType: "invalid_emial"} // want `"invalid_email"`
	}
	return nil
}

// a helper that serves others as well: only the literal of this call is changed
func eq(a, b string) bool { return a == b }

func shared(e stytcherror.Error, name string) bool {
	return eq(name, "member_not_foud") || eq(string(e.ErrorType), "member_not_foud") // want `"member_not_found"`
}

// in upper case, the code in lower case would never match
func upper(e stytcherror.Error) bool {
	return strings.ToUpper(string(e.ErrorType)) == "SESION_NOT_FOUND" // want `(?i)"session_not_found"`
}

// a code of OAuth 2.0
func oauth2(e stytcherror.OAuth2Error) bool {
	return e.ErrorType == "invalid_grnt" // want `"invalid_grant"`
}
