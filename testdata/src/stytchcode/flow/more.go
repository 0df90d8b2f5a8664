package flow

import (
	"errors"
	"log"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a range statement assigns to a variable that exists
func ranged(names []string, list []stytcherror.Error) bool {
	var code string
	for _, e := range list {
		code = string(e.ErrorType)
	}
	if code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	for _, code = range names {
		if code == "sesion_not_found" {
			return true
		}
	}
	return code == "sesion_not_found"
}

// so does the communication of a select
func received(e stytcherror.Error, names <-chan string) bool {
	code := string(e.ErrorType)
	select {
	case code = <-names:
		return code == "sesion_not_found"
	default:
		return code == "user_notfound" // which case was taken is not followed
	}
}

// the post statement of a loop
func post(e stytcherror.Error, next func() string) bool {
	for code := string(e.ErrorType); code != "sesion_not_found"; code = next() {
		if code == "user_notfound" {
			return true
		}
	}
	return false
}

// a loop that changes nothing
func condition(code string, list []stytcherror.Error) bool {
	i := 0
	for code = string(list[0].ErrorType); code != "weak_pasword"; code = string(list[i].ErrorType) { // want `"weak_password"`
		i++
	}
	return code == "captcha_faild" // want `"captcha_failed"`
}

// a second := keeps the variable
func partial(e stytcherror.Error, get func() (string, error)) bool {
	code, ok := string(e.ErrorType), true
	if ok && code == "sesion_not_found" { // want `"session_not_found"`
		return true
	}
	code, err := get()
	return err == nil && code == "sesion_not_found"
}

// two variables change places
func swapped(e stytcherror.Error, name string) bool {
	a, b := string(e.ErrorType), name
	a, b = b, a
	return a == "sesion_not_found" || b == "user_notfound" // want `"user_not_found"`
}

// fallthrough
func falls(e stytcherror.Error, name string) bool {
	code := string(e.ErrorType)
	switch e.StatusCode {
	case 400:
		code = name
		fallthrough
	case 401:
		return code == "sesion_not_found"
	case 404:
		return code == "user_notfound" // want `"user_not_found"`
	}
	return code == "weak_pasword" // want `"weak_password"`
}

// a deferred function sees what comes last
func deferred(e stytcherror.Error, name string, log func(bool)) {
	code := string(e.ErrorType)
	defer func() { log(code == "sesion_not_found") }()
	code = name
}

// the arguments of a deferred call are taken at once
func deferredArgument(e stytcherror.Error, name string, log func(bool)) string {
	code := string(e.ErrorType)
	defer log(code == "sesion_not_found") // want `"session_not_found"`
	code = name
	return code
}

// a program that ends
func fatal(name string, err error) bool {
	code := name
	var e stytcherror.Error
	if errors.As(err, &e) {
		code = string(e.ErrorType)
	} else {
		log.Fatal(err)
	}
	return code == "otp_code_notfound" // want `"otp_code_not_found"`
}

// a deferred function sees what is returned
func deferredResult(e stytcherror.Error, log func(bool)) (code string, err error) {
	defer func() { log(code == "sesion_not_found") }() // want `"session_not_found"`
	return string(e.ErrorType), nil
}

func deferredResults(e stytcherror.Error, name string, log func(bool)) (code, other string) {
	defer func() { log(code == "user_notfound" || other == "user_notfound") }() // want `"user_not_found"`
	return func() (string, string) { return string(e.ErrorType), name }()
}

// a result that a deferred function replaces
func recovered(e stytcherror.Error, name string) (code string) {
	defer func() {
		if recover() != nil {
			code = name
		}
	}()
	code = string(e.ErrorType)
	return
}

func callsRecovered(e stytcherror.Error) bool { return recovered(e, "x") == "x" }

// a helper with a variable of its own, called for codes and for names
func clean(s string) string {
	s = strings.TrimSpace(s)
	s = strings.ToLower(s)
	return s
}

func cleaned(e stytcherror.Error, name string) bool {
	return clean(name) == "sesion_not_found" ||
		clean(string(e.ErrorType)) == "user_notfound" // want `"user_not_found"`
}

// a default for an empty text
func defaulted(code string, e stytcherror.Error) bool {
	if code == "" {
		code = string(e.ErrorType)
	}
	return code == "sesion_not_found"
}

// a code that is replaced where it is empty
func replaced(e stytcherror.Error) bool {
	code := string(e.ErrorType)
	if code == "" {
		code = "no_code_at_all"
	}
	return code == "no_code_at_all" || code == "sesion_not_found" // want `"session_not_found"`
}

// an operand that is evaluated before the assignment
func order(e stytcherror.Error, name string) bool {
	code := name
	code, gone := string(e.ErrorType), code == "sesion_not_found"
	return gone || code == "duplicate_emial" // want `"duplicate_email"`
}

// jumps back
func back(e stytcherror.Error, name string) bool {
	code := string(e.ErrorType)
again:
	if code == "sesion_not_found" {
		return true
	}
	if code != "" {
		code = name
		goto again
	}
	return false
}

// a block of its own
func block(e stytcherror.Error, name string) bool {
	code := name
	{
		code := string(e.ErrorType)
		if code == "reset_pasword" { // want `"reset_password"`
			return true
		}
		code = name
		_ = code
	}
	return code == "reset_pasword"
}

// code that is never reached is never wrong
func unreachable(e stytcherror.Error, name string) bool {
	code := name
	return code == "sesion_not_found"
	code = string(e.ErrorType)
	return code == "sesion_not_found"
}

// constants that reach some uses only
func constants(e stytcherror.Error) bool {
	code := "frist_try"
	for range 3 {
		if code == "frist_try" || code == "sesion_not_found" { // want `"session_not_found"`
			break
		}
		code = string(e.ErrorType)
	}
	return code == "frist_try"
}
