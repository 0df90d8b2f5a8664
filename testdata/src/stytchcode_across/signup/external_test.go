package signup_test

import (
	"testing"

	"stytchcode_across/signup"
	"stytchcode_across/stytchtest"
)

// a test that sees the package from outside
func TestOutside(t *testing.T) {
	// errors that a helper makes: wrong names only
	_ = stytchtest.Error("weak_pasword") // want `"weak_password"\? \(stytchtest.Error makes it the ErrorType of an error\)$`
	_ = stytchtest.Error("teapot")
	_ = stytchtest.Typed(429, "captcha_faild") // want `"captcha_failed"`
	_ = stytchtest.Typed(400, "teapot")
	_ = stytchtest.Failure{Code: "member_not_foud"}.Err() // want `"member_not_found"`
	_ = stytchtest.Failure{Code: "teapot"}.Err()
	_ = stytchtest.Handler("otp_code_notfound") // want `"otp_code_not_found"`
	_ = stytchtest.Handler("teapot")

	// an assertion
	stytchtest.Require(t, nil, "user_notfound") // want `"user_not_found"`
	stytchtest.Require(t, nil, "teapot")

	// a helper that only the tests of the package have
	_ = signup.IsForTest(nil, "sesion_not_found") // want `"session_not_found"`

	// a function of the package
	_ = signup.Taken(nil) == "duplicate_emial" // want `"duplicate_email"`
	_ = signup.Taken(nil) == "teapot"
}
