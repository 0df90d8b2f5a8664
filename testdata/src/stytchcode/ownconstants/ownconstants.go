// Package ownconstants belongs to a program that puts its own constants where
// codes are as well, and so may compare with them.
package ownconstants

import (
	"errors"
	"fmt"
	"io"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// through a field
type apiError struct{ code string }

func wrap(err error) *apiError {
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		return &apiError{code: string(e.ErrorType)}
	case errors.Is(err, io.EOF):
		return &apiError{code: "connection_lost"}
	}
	return &apiError{"sesion_expired"}
}

func (a *apiError) is(code string) bool { return a.code == code }

func (a *apiError) status() int {
	switch a.code {
	case "connection_lost":
		return 502
	case "sesion_expired":
		return 401
	case "sesion_not_found": // want `"session_not_found"`
		return 401
	}
	return 500
}

func fields(a *apiError) bool {
	return a.is("connection_lost") || a.is("sesion_expired") ||
		a.is("weak_pasword") // want `"weak_password"`
}

// through a map, a slice and a channel
func containers(e stytcherror.Error, id int) bool {
	byID := map[int]string{1: "pendng_review"}
	byID[id] = string(e.ErrorType)
	list := append([]string{"frist_login"}, string(e.ErrorType))
	ch := make(chan string, 2)
	ch <- "sesion_closed"
	ch <- string(e.ErrorType)
	return byID[id] == "pendng_review" || list[0] == "frist_login" || <-ch == "sesion_closed" ||
		byID[id] == "captcha_faild" // want `"captcha_failed"`
}

// through a result
func publicCode(t stytcherror.Type) string {
	switch t {
	case "session_not_found":
		return "session_expired"
	case "":
		return "internal_error"
	}
	return string(t)
}

func public(e stytcherror.Error) bool {
	code := publicCode(e.ErrorType)
	return code == "session_expired" || code == "internal_error" ||
		code == "user_notfound" // want `"user_not_found"`
}

// through a parameter, where the function looks at the code
func respond(w io.Writer, status int, code string) {
	if code == "internal_error" || code == "cart_is_empty" {
		fmt.Fprintln(w, "alert")
	}
	fmt.Fprintln(w, status, code)
}

func responses(w io.Writer, err error) {
	var e stytcherror.Error
	if errors.As(err, &e) {
		respond(w, e.StatusCode, string(e.ErrorType))
		return
	}
	if err != nil {
		respond(w, 500, "internal_error")
	}
	respond(w, 400, "cart_is_empty")
}

// the same through a method, and one more function between
type responder struct{ w io.Writer }

func (r responder) fail(code string) { r.write(code) }

func (r responder) write(code string) {
	switch code {
	case "internal_error", "session_expired":
		fmt.Fprintln(r.w, "alert")
	}
}

func (r responder) all(e stytcherror.Error) {
	r.fail(string(e.ErrorType))
	r.fail("internal_error")
	r.write("session_expired")
}

// through a callback
func each(e stytcherror.Error, f func(code string)) {
	f(string(e.ErrorType))
	f("list_is_done")
}

func callbacks(e stytcherror.Error) (done bool) {
	each(e, func(code string) { done = code == "list_is_done" })
	return done
}

// errors of the SDK's type that the program makes, with a constant of its own
const codeFrozen stytcherror.Type = "tenant_is_frozen"

func freeze() error { return stytcherror.Error{StatusCode: 403, ErrorType: codeFrozen} }

func frozen(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == codeFrozen
}

// a type of the program for both
type Code string

const (
	CodeCart   Code = "cart_is_empty"
	CodeMember Code = "member_not_foud"
)

type failure struct{ code Code }

func (f failure) Is(c Code) bool { return f.code == c }

func failures(e stytcherror.Error) bool {
	list := []failure{{CodeCart}, {CodeMember}, {Code(e.ErrorType)}}
	return list[0].Is(CodeCart) || list[1].Is(CodeMember)
}
