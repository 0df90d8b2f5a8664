// Package locals holds codes in variables.
package locals

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func variables(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	// short declaration
	code := string(e.ErrorType)
	if code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	// var with and without a type
	var typed stytcherror.Type = e.ErrorType
	var untyped = e.ErrorType
	if typed == "user_notfound" || untyped == "weak_pasword" { // want `"user_not_found"` `"weak_password"`
		return true
	}
	// several at once
	status, kind := e.StatusCode, e.ErrorType
	if status == 404 && kind == "otp_code_notfound" { // want `"otp_code_not_found"`
		return true
	}
	// a constant in a variable
	want := "captcha_faild" // want `"captcha_failed"`
	if code == want {
		return true
	}
	// a chain of variables
	first := e.ErrorType
	second := first
	third := string(second)
	if third == "duplicate_emial" { // want `"duplicate_email"`
		return true
	}
	// a pointer to one
	p := &code
	if *p == "magic_link_not_fond" { // want `"magic_link_not_found"`
		return true
	}
	// swapped
	a, b := string(e.ErrorType), "member_not_foud" // want `"member_not_found"`
	return b == a
}

// declared first, set in a branch
func branch(err error) string {
	var code string
	var e stytcherror.Error
	if errors.As(err, &e) {
		code = string(e.ErrorType)
	}
	switch code {
	case "":
		return "other"
	case "reset_pasword": // want `"reset_password"`
		return "reset"
	}
	return ""
}

// what the program itself puts into the variable may be compared with it
func ownDefault(err error) int {
	code := "network_failure"
	var e stytcherror.Error
	if errors.As(err, &e) {
		code = string(e.ErrorType)
	}
	if code == "network_failure" {
		return 502
	}
	if code == "sesion_not_found" { // want `"session_not_found"`
		return 401
	}
	return 500
}

// the same where the default looks like a code
func ownLookalike(err error) int {
	code := "sesion_not_found"
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		code = string(e.ErrorType)
	}
	if code == "sesion_not_found" {
		return 401
	}
	return 500
}

// set in an else branch and in a switch
func ownBranches(err error) int {
	var code string
	e, ok := errors.AsType[stytcherror.Error](err)
	switch {
	case ok:
		code = string(e.ErrorType)
	case errors.Is(err, errTimeout):
		code = "timed_out"
	default:
		code = "unexpected"
	}
	switch code {
	case "timed_out", "unexpected":
		return 502
	case "weak_pasword": // want `"weak_password"`
		return 400
	}
	return 500
}

var errTimeout = errors.New("timeout")

// a code with other text around it is no code
func prefixed(e stytcherror.Error) bool {
	key := "auth_" + string(e.ErrorType)
	full := string(e.ErrorType)
	full += "_error"
	return key == "auth_sesion_not_found" || full == "sesion_not_found_error" || key == "sesion_not_found"
}

// package variables
var (
	lastCode  string
	wantCode  = "breached_pasword" // want `"breached_password"`
	otherWant = "breached_pasword"
)

func remember(e stytcherror.Error) { lastCode = string(e.ErrorType) }

func remembered() bool {
	return lastCode == "pkce_missmatch" || lastCode == wantCode // want `"pkce_mismatch"`
}

// shadowing: the inner variable is a code, the outer one is not
func shadowed(e stytcherror.Error, code string) bool {
	if code == "sesion_not_found" {
		return true
	}
	if code := string(e.ErrorType); code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	return code == "sesion_not_found"
}
