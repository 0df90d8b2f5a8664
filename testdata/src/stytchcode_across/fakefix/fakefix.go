// Package fakefix holds answers whose codes are mended inside of strings.
package fakefix

import (
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchcode_across/authx"
	"stytchcode_across/stytchx"
)

var (
	raw         = `{"error_type": "sesion_not_found", "status_code": 404}`                                                  // want `"session_not_found"`
	interpreted = "{\"status_code\":404,\t\"error_type\":\"user_notfound\"}"                                                // want `"user_not_found"`
	escaped     = "{\"error_message\": \"\\\"\u00e9\", \"error_type\": \"weak_pasword\"}\n"                                 // want `"weak_password"`
	two         = `[{"error_type":"captcha_faild","status_code":400},{"error_type":"otp_code_notfound","status_code":404}]` // want `"captcha_failed"` `"otp_code_not_found"`
	table       = map[string]any{"error_type": "duplicate_emial", "error_message": "é"}                                     // want `"duplicate_email"`
	built       = stytcherror.Error{ErrorType: "member_not_foud"}                                                           // want `"member_not_found"`
)

// what other packages compare is mended, too
func across(err error) bool {
	return authx.IsAny(err, "session_not_found", `reset_pasword`) || // want `"reset_password"`
		stytchx.Type(err) == "too_many_request" // want `"too_many_requests"`
}
