package helpers

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// An exported helper that is handed the code: its callers may be anywhere, so
// that only what is wrong for sure is reported.
func IsGone(code string) bool {
	return code == "sesion_not_found" || // want `"session_not_found"`
		code == "foo_bar_baz"
}

// with the code's type it can be nothing but a code, whoever calls it
func IsWeak(code stytcherror.Type) bool {
	return code == "weak_pasword" || // want `"weak_password"`
		code == "foo_bar_baz" // want `"foo_bar_baz"`
}

// an exported helper that takes the error brings the code itself
func IsBlocked(e stytcherror.Error) bool {
	return e.ErrorType == "captcha_faild" || // want `"captcha_failed"`
		e.ErrorType == "foo_bar_baz" // want `"foo_bar_baz"`
}

// a string that nobody in view passes a code for
func IsLocked(code string) bool {
	return code == "member_not_foud"
}

func callExported(e stytcherror.Error) bool {
	return IsGone(string(e.ErrorType))
}
