// Package wrappers copies codes into types of the program.
package wrappers

import (
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// authError is made from Stytch's errors only.
type authError struct {
	code   string
	status int
	cause  error
}

func newAuthError(e stytcherror.Error) *authError {
	return &authError{code: string(e.ErrorType), status: e.StatusCode, cause: e}
}

func (a *authError) Error() string { return fmt.Sprintf("auth: %s", a.code) }

// methods with a constant, an argument, several arguments
func (a *authError) gone() bool { return a.code == "sesion_not_found" } // want `"session_not_found"`

func (a *authError) is(code string) bool { return a.code == code }

func (a *authError) isAny(codes ...string) bool {
	for _, c := range codes {
		if a.is(c) {
			return true
		}
	}
	return false
}

// a getter
func (a *authError) errorCode() string { return a.code }

func uses(a *authError) bool {
	return a.is("user_notfound") || // want `"user_not_found"`
		a.isAny("user_not_found", "weak_pasword") || // want `"weak_password"`
		a.errorCode() == "captcha_faild" || // want `"captcha_failed"`
		a.code == "" || a.is("session_not_found")
}

// a target of errors.As
func target(err error) bool {
	var a *authError
	return errors.As(err, &a) && a.code == "otp_code_notfound" // want `"otp_code_not_found"`
}

// Failure is exported and so is its field: who else fills it is not in view.
type Failure struct {
	Code    string
	Message string
}

func failure(e stytcherror.Error) Failure {
	var f Failure
	f.Code = string(e.ErrorType)
	f.Message = string(e.ErrorMessage)
	return f
}

func (f Failure) Gone() bool {
	return f.Code == "sesion_not_found" || // want `"session_not_found"`
		f.Code == "foo_bar_baz" ||
		f.Message == "sesion_not_found"
}

// typed keeps the code's type.
type typed struct{ kind stytcherror.Type }

func wrap(e stytcherror.Error) error { return typed{e.ErrorType} }

func (t typed) Error() string { return string(t.kind) }

func (t typed) retry() bool {
	switch t.kind {
	case "too_many_requests", "too_many_request": // want `"too_many_request" is not`
		return true
	}
	return false
}

// a constructor with the code among its parameters
type problem struct{ title, code string }

func newProblem(title, code string) *problem { return &problem{title: title, code: code} }

func fromStytch(e stytcherror.Error) *problem {
	return newProblem("duplicate_emial", string(e.ErrorType))
}

func (p *problem) duplicate() bool {
	return p.code == "duplicate_emial" || // want `"duplicate_email"`
		p.title == "duplicate_emial"
}

// an array, a pointer and a map as fields
type history struct {
	last  [3]string
	first *string
	seen  map[string]int
}

func (h *history) add(e stytcherror.Error) {
	code := string(e.ErrorType)
	h.last[0] = code
	if h.first == nil {
		h.first = &code
	}
	h.seen[code]++
}

func (h *history) bad() bool {
	return h.last[0] == "magic_link_not_fond" || // want `"magic_link_not_found"`
		*h.first == "reset_pasword" || // want `"reset_password"`
		h.seen["member_not_foud"] > 2 // want `"member_not_found"`
}

// a type parameter for the payload
type result[T any] struct {
	value T
	code  string
}

func failed[T any](e stytcherror.Error) result[T] { return result[T]{code: string(e.ErrorType)} }

func (r result[T]) gone() bool { return r.code == "sesion_not_found" } // want `"session_not_found"`

func (r result[T]) is(code string) bool { return r.code == code }

func instantiated(e stytcherror.Error) bool {
	return failed[int](e).is("user_notfound") || // want `"user_not_found"`
		failed[string](e).code == "weak_pasword" // want `"weak_password"`
}
