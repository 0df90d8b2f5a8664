package fixremove

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// two of one case
func wrongCases(e stytcherror.Error) int {
	switch e.ErrorType {
	case "weak_pasword", "weak_passwrod": // want `"weak_pasword"` `"weak_passwrod"`
		return 400
	}
	return 500
}

// cases
func cases(e stytcherror.Error) int {
	switch e.ErrorType {
	case "session_not_found", "session_expired": // want `"session_not_found"`
		return 401
	}
	// in clauses of their own
	switch string(e.ErrorType) {
	case "session_expired": // want `"session_not_found"`
		return 401
	case "member_not_found":
		return 404
	case "session_not_found":
		return 401
	}
	// with bodies of their own: which was meant?
	switch e.ErrorType {
	case "session_not_found":
		return 404
	case "session_expired": // want `"session_not_found"`
		return 401
	case "weak_password", "session_revoked": // want `"session_not_found"`
		return 400
	}
	// what is said in it would be lost
	switch e.ErrorType {
	case "session_not_found":
		return 404
	case "session_expired": // want `"session_not_found"`
		// the user waited too long
		return 404
	}
	// one goes on in the other
	switch e.ErrorType {
	case "member_not_found":
		fallthrough
	case "session_expired": // want `"session_not_found"`
		return 404
	case "session_not_found":
		return 404
	}
	return 0
}

// conditions
func conditions(e stytcherror.Error) int {
	switch {
	case e.ErrorType == "session_not_found":
		return 401
	case e.ErrorType == "session_expired": // want `"session_not_found"`
		return 401
	case e.ErrorType == "session_revoked": // want `"session_not_found"`
		return 440
	}
	if e.ErrorType == "member_not_found" {
		return 404
	} else if e.ErrorType == "member_not_foud" { // want `"member_not_found"`
		return 403
	}
	if e.ErrorType == "captcha_faild" { // want `"captcha_failed"`
		println("captcha")
	}
	if e.ErrorType == "captcha_fialed" { // want `"captcha_failed"`
		return 400
	}
	if e.ErrorType == "captcha_failde" { // want `"captcha_failed"`
		return 402
	}
	return 0
}
