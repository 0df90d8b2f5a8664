package direct

import (
	"errors"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func direct(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	if e.ErrorType == "sesion_not_found" { // want `"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"\?`
		return true
	}
	if string(e.ErrorType) == "session_expired" { // want `session_not_found`
		return true
	}
	code := string(e.ErrorType)
	switch code {
	case "session_not_found":
	case "magic_link_token_expired": // want `unable_to_auth_magic_link`
	case "sesion_not_found": // want `did you mean "session_not_found"`
	}
	if strings.HasPrefix(code, "invalid_") || strings.HasPrefix(code, "invalid-") { // want `no Stytch error code begins with "invalid-"`
		return true
	}
	if slices.Contains([]string{"foo_bar_baz", "Session_Not_Found"}, code) { // want `"foo_bar_baz" is not in the Stytch catalog \(checked 20\d\d-\d\d-\d\d\); if it is new, add -stytchcode.known=foo_bar_baz` `did you mean "session_not_found"`
		return true
	}
	return messages[string(e.ErrorType)] != "" || is(err, "sesion_not_fund") // want `did you mean "session_not_found"`
}

var messages = map[string]string{
	"session_not_found": "x",
	"sesion_not_found":  "y", // want `did you mean`
	"otp_code_notfound": "z", // want `did you mean "otp_code_not_found"`
}

func is(err error, want string) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == want
}

func eq(a, b string) bool { return a == b }

func useEq(err stytcherror.Error, other string) {
	_ = eq(string(err.ErrorType), "sesion_not_found") // want `did you mean`
	_ = eq(other, "sesion_not_found")
}
