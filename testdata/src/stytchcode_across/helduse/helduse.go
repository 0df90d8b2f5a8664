// Package helduse calls functions that it gets as values.
package helduse

import (
	"stytchcode_across/authx"
	"stytchcode_across/held"
)

func use(err error) bool {
	is := held.Matcher(err)
	return held.Is(err, "sesion_not_found") || // want `"session_not_found"`
		is("user_notfound") || // want `"user_not_found"`
		held.Matcher(err)("otp_code_notfound") || // want `"otp_code_not_found"`
		held.Coder(err)() == "captcha_faild" || // want `"captcha_failed"`
		held.NewChecker().Is(err, "weak_pasword") || // want `"weak_password"`
		held.Outer()(err)("duplicate_emial") || // want `"duplicate_email"`
		held.CodeOf(err) == "pkce_missmatch" || // want `"pkce_mismatch"`
		held.Bound(err)("member_not_foud") || // want `"member_not_found"`
		held.Own(err)("reset_pasword") || // want `"reset_password"`
		authx.From(err).Is("sesion_not_found") || // want `"session_not_found"`
		method(authx.From(err), "otp_code_notfound") // want `"otp_code_not_found"`
}

func method(f *authx.Failure, code string) bool {
	is := (*authx.Failure).Is
	return is(f, code)
}

// What may be put there by others may be asked for other names.
func silent(err error, c *held.Checker) bool {
	return held.Some(err, true)("sesion_not_found") || held.Texter(err)("sesion_not_found") ||
		c.Is(err, "session_expired") || held.Is(err, "session_expired") ||
		held.CodeOf(err) == "session_expired"
}

// A name that is looked for among the program's own texts as well.
func own(err error) bool {
	want := "cart_is_gone"
	return held.Texts["session_not_found"] == want || authx.Code(err) == want
}
