// Package web uses the wrapper of another package and never sees the SDK.
package web

import "stytchcode_across/authx"

func handle(err error, name string) int {
	if authx.Is(err, "sesion_not_found") { // want `"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"\? \(authx.Is compares it with ErrorType\)`
		return 1
	}
	if authx.IsAny(err, "session_not_found", "session_expired", "foo_bar_baz") { // want `session_expired` `"foo_bar_baz" is not in the Stytch catalog`
		return 2
	}
	switch authx.Code(err) {
	case "session_not_found", "network_failure":
	case "member_not_foud": // want `member_not_found`
	}
	if code, ok := authx.CodeOK(err); ok && code == "otp_code_notfound" { // want `otp_code_not_found`
		return 3
	}
	f := authx.From(err)
	if f.Code == "weak_pasword" || f.Own == "weak_pasword" || f.Is("user_notfound") { // want `weak_password` `user_not_found`
		return 4
	}
	if authx.Normal(f.Code) == "weak_pasword" || authx.Normal(name) == "weak_pasword" { // want `weak_password`
		return 5
	}
	if authx.Same(f.Code, "weak_pasword") || authx.Same(name, "weak_pasword") { // want `weak_password`
		return 5
	}
	if authx.Text(err) == "weak_pasword" {
		return 6
	}
	authx.Retryable["too_many_request"] = true // want `too_many_requests`
	return authx.WriteError(400, "sesion_not_found")
}
