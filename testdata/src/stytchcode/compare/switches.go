package compare

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func switches(err error) int {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return 500
	}

	// a tag of the code's type
	switch e.ErrorType {
	case "session_not_found", "sesion_not_found": // want `"sesion_not_found" is not .*"session_not_found"`
		return 401
	case "":
		return 500
	default:
	}

	// a converted tag
	switch string(e.ErrorType) {
	case "user_notfound", "member_not_foud": // want `"user_not_found"` `"member_not_found"`
		return 404
	}

	// an init statement
	switch code := string(e.ErrorType); code {
	case "too_many_request": // want `"too_many_requests"`
		return 429
	}

	// an init statement and no tag
	switch code := e.ErrorType; {
	case code == "weak_pasword": // want `"weak_password"`
		return 400
	}

	// no tag
	switch {
	case e.StatusCode == 404 && e.ErrorType == "otp_code_notfound": // want `"otp_code_not_found"`
		return 404
	case e.ErrorType == "duplicate_emial": // want `"duplicate_email"`
		return 409
	}

	// fallthrough, and a conversion as case
	switch e.ErrorType {
	case stytcherror.Type("captcha_faild"): // want `"captcha_failed"`
		fallthrough
	case "captcha_failed":
		return 400
	}

	// the constant is the tag
	switch stytcherror.Type("reset_pasword") { // want `"reset_password"`
	case e.ErrorType:
		return 401
	}
	return 500
}
