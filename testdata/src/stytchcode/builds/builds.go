// Package builds makes errors of the SDK's type itself, as fakes and gateways do.
package builds

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// composite literals, with keys and without
func literals() []error {
	return []error{
		stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"},
		stytcherror.Error{StatusCode: 404, ErrorType: "sesion_not_found"}, // want `"session_not_found"`
		&stytcherror.Error{ErrorType: stytcherror.Type("user_notfound")},  // want `"user_not_found"`
		stytcherror.Error{404, "", "weak_pasword", "", "", nil},           // want `"weak_password"`
		stytcherror.OAuth2Error{ErrorType: "invalid_grnt"},                // want `"invalid_grant"`
		stytcherror.OAuth2Error{ErrorType: "invalid_grant"},
		stytcherror.Error{ErrorType: ""},
	}
}

// elements without a type of their own
var samples = []stytcherror.Error{
	{ErrorType: "otp_code_notfound"}, // want `"otp_code_not_found"`
	{ErrorType: "otp_code_not_found"},
}

// an assignment
func assign(e *stytcherror.Error) {
	e.ErrorType = "captcha_faild" // want `"captcha_failed"`
	e.ErrorType = "captcha_failed"
}

// a constructor that is handed the code
func newError(code string) error {
	return stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(code)}
}

var errGone = newError("magic_link_not_fond") // want `"magic_link_not_found"`

// a comparison with a whole error
func isGone(err error) bool {
	return errors.Is(err, stytcherror.Error{StatusCode: 404, ErrorType: "duplicate_emial"}) // want `"duplicate_email"`
}

// the program makes its own errors with this code: it may compare with it
func gateway(err error) error {
	if err == nil {
		return stytcherror.Error{StatusCode: 504, ErrorType: "gateway_down"}
	}
	return err
}

func isGateway(e stytcherror.Error) bool {
	return e.ErrorType == "gateway_down" || e.ErrorType == "ledger_closed" // want `"ledger_closed" is not in the Stytch catalog`
}
