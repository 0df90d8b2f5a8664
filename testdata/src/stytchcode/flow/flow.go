// Package flow holds variables that carry a code at one place and something
// else at another.
package flow

import (
	"errors"
	"fmt"
	"net/url"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// reassigned right before, in a branch: silent behind it
func reassigned(values url.Values, err error) bool {
	code := values.Get("code")
	var e stytcherror.Error
	if errors.As(err, &e) {
		code = string(e.ErrorType)
		if code == "sesion_not_found" { // want `"session_not_found"`
			return true
		}
	}
	return code == "sesion_not_found"
}

// reassigned on the only way there is
func straight(values url.Values, e stytcherror.Error) bool {
	code := values.Get("code")
	if code == "sesion_not_found" {
		return true
	}
	code = string(e.ErrorType)
	switch code {
	case "user_notfound": // want `"user_not_found"`
		return true
	}
	code = values.Get("other")
	return code == "sesion_not_found"
}

// a parameter that is overwritten
func parameter(code string, e stytcherror.Error) bool {
	if code == "sesion_not_found" {
		return true
	}
	code = string(e.ErrorType)
	return code == "weak_pasword" // want `"weak_password"`
}

// both branches set a code
func branches(code string, e, other stytcherror.Error) bool {
	if e.StatusCode == 404 {
		code = string(e.ErrorType)
	} else {
		code = string(other.ErrorType)
	}
	return code == "otp_code_notfound" // want `"otp_code_not_found"`
}

// only one of them does
func oneBranch(code string, e stytcherror.Error) bool {
	if e.StatusCode == 404 {
		code = string(e.ErrorType)
	} else {
		fmt.Println(code)
	}
	return code == "otp_code_notfound"
}

// the other one leaves
func early(code string, err error) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	if !ok {
		return code == "captcha_faild"
	} else {
		code = string(e.ErrorType)
	}
	return code == "captcha_faild" // want `"captcha_failed"`
}

// or panics
func panics(code string, err error) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	if ok {
		code = string(e.ErrorType)
	} else {
		panic(err)
	}
	return code == "duplicate_emial" // want `"duplicate_email"`
}

// a switch with a default sets it in every case
func switched(code string, e, other stytcherror.Error) bool {
	switch e.StatusCode {
	case 404:
		code = string(e.ErrorType)
	default:
		code = string(other.ErrorType)
	}
	return code == "reset_pasword" // want `"reset_password"`
}

// without a default it may be left as it was
func switchedOrNot(code string, e stytcherror.Error) bool {
	switch e.StatusCode {
	case 404:
		code = string(e.ErrorType)
	}
	return code == "reset_pasword"
}

// the next round of a loop sees what this one sets
func loop(code string, list []stytcherror.Error) bool {
	for _, e := range list {
		if code == "pkce_missmatch" {
			return true
		}
		code = string(e.ErrorType)
		if code == "pkce_missmatch" { // want `"pkce_mismatch"`
			return true
		}
	}
	return code == "pkce_missmatch"
}

// a loop that ends otherwise
func jumps(code string, list []stytcherror.Error) bool {
outer:
	for _, e := range list {
		for range 3 {
			if e.StatusCode == 404 {
				break outer
			}
			if e.StatusCode == 401 {
				continue outer
			}
			code = string(e.ErrorType)
			goto done
		}
	}
	return code == "invalid_emial"
done:
	return code == "invalid_emial" // want `"invalid_email"`
}

// a closure may run at any time
func closure(code string, e stytcherror.Error) bool {
	gone := func() bool { return code == "sesion_not_found" }
	first := gone()
	code = string(e.ErrorType)
	return first || gone()
}

// what a closure sets may be set at any time
func setByClosure(e stytcherror.Error, name string) bool {
	code := string(e.ErrorType)
	reset := func() { code = name }
	reset()
	return code == "sesion_not_found"
}

// a closure of its own variables
func inClosure(values url.Values, e stytcherror.Error) func() bool {
	return func() bool {
		code := values.Get("code")
		if code == "sesion_not_found" {
			return true
		}
		code = string(e.ErrorType)
		return code == "sesion_not_found" // want `"session_not_found"`
	}
}

// what is written through a pointer may be written at any time
func pointer(e stytcherror.Error, name string) bool {
	code := string(e.ErrorType)
	p := &code
	*p = name
	return code == "sesion_not_found"
}

// a result with a name
func named(values url.Values, e stytcherror.Error) (code string) {
	code = values.Get("code")
	if code == "sesion_not_found" {
		return code
	}
	code = string(e.ErrorType)
	if code == "breached_pasword" { // want `"breached_password"`
		return ""
	}
	return code
}

// a code that is changed is no code any more
func changed(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	if code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	code += "_error"
	return code == "sesion_not_found_error" || code == "sesion_not_found"
}

// the constants that the program puts into it are forgotten with it
func ownThenCode(err error) bool {
	code := "netwok_failure"
	if code == "netwok_failure" {
		fmt.Println(err)
	}
	e, ok := errors.AsType[stytcherror.Error](err)
	if !ok {
		return code == "netwok_failure"
	}
	code = string(e.ErrorType)
	return code == "member_not_foud" // want `"member_not_found"`
}

// the text that is searched for changes, not the code
func wanted(e stytcherror.Error, name string) bool {
	want := name
	if string(e.ErrorType) == want {
		return true
	}
	want = "weak_pasword" // want `"weak_password"`
	return string(e.ErrorType) == want
}

// in the init statements of a chain
func chain(err error, values url.Values) bool {
	if code := values.Get("code"); code == "sesion_not_found" {
		return true
	} else if code = codeOf(err); code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	return false
}

func codeOf(err error) string {
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		return string(e.ErrorType)
	}
	return ""
}

// several results at once
func several(name string, err error) bool {
	code, rest := name, name
	if code == "sesion_not_found" {
		return true
	}
	code, rest = codeOf(err), code
	return rest == "sesion_not_found" || code == "sesion_not_found" // want `"session_not_found"`
}
