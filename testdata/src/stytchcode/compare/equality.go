// Package compare holds the operators and statements that compare a code.
package compare

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func operators(e stytcherror.Error) bool {
	// ==
	if e.ErrorType == "sesion_not_found" { // want `"sesion_not_found" is not a Stytch error code; did you mean "session_not_found"\?`
		return true
	}
	// the same with a real code
	if e.ErrorType == "session_not_found" {
		return true
	}
	// !=
	if e.ErrorType != "user_notfound" { // want `"user_not_found"`
		return true
	}
	// constant on the left
	if "magic_link_not_fond" == e.ErrorType { // want `"magic_link_not_found"`
		return true
	}
	// parentheses everywhere
	if (e.ErrorType) == ("otp_code_notfound") { // want `"otp_code_not_found"`
		return true
	}
	// under ! and &&
	if !(e.StatusCode == 404 && e.ErrorType == "member_not_foud") { // want `"member_not_found"`
		return true
	}
	// two alternatives, one of them wrong
	if e.ErrorType == "too_many_requests" || e.ErrorType == "too_many_request" { // want `"too_many_request" is not .*"too_many_requests"`
		return true
	}
	// the empty code
	if e.ErrorType == "" || string(e.ErrorType) != "" {
		return true
	}
	return false
}

func conversions(e stytcherror.Error) bool {
	// from the code to a string
	if string(e.ErrorType) == "weak_pasword" { // want `"weak_password"`
		return true
	}
	// from a string to the code's type
	if e.ErrorType == stytcherror.Type("duplicate_emial") { // want `"duplicate_email"`
		return true
	}
	// there and back again
	if stytcherror.Type(string(e.ErrorType)) == stytcherror.Type("breached_pasword") { // want `"breached_password"`
		return true
	}
	// to a string type of the program
	type Code string
	if Code(e.ErrorType) == "captcha_faild" { // want `"captcha_failed"`
		return true
	}
	// conversions with real codes
	return string(e.ErrorType) == "weak_password" || e.ErrorType == stytcherror.Type("duplicate_email")
}

func places(e stytcherror.Error, report func(bool)) map[string]bool {
	// in a variable
	expired := e.ErrorType == "sesion_not_found" // want `"session_not_found"`
	// as an argument
	report(e.ErrorType == "pkce_missmatch") // want `"pkce_mismatch"`
	// in a deferred call
	defer report(e.ErrorType == "reset_pasword") // want `"reset_password"`
	// in a goroutine
	go func() { report(e.ErrorType == "invalid_emial") }() // want `"invalid_email"`
	// in a loop's condition
	for e.ErrorType == "user_notfound" { // want `"user_not_found"`
	}
	// in a composite literal
	return map[string]bool{
		"expired": expired,
		"spent":   e.ErrorType == "magic_link_not_fond", // want `"magic_link_not_found"`
	}
}

// in the initialiser of a package variable
var fatal = func(e stytcherror.Error) bool { return e.ErrorType == "weak_pasword" } // want `"weak_password"`
