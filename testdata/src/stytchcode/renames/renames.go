// Package renames gives errors of the SDK other names on the way to its
// callers.
package renames

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// an error that was received gets a name of the program's own
func rename(err error) error {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.ErrorType == "session_not_found" {
		e.ErrorType = "session_expired"
	}
	return e
}

// through a pointer, a copy, a list and a field
func through(p *stytcherror.Error, list []stytcherror.Error, f *struct{ err stytcherror.Error }) {
	p.ErrorType = "session_timeout"
	(*p).ErrorType = "session_expired"
	e := *p
	e.ErrorType = "session_expired"
	list[0].ErrorType = "session_expired"
	f.err.ErrorType = "session_expired"
	for _, e := range list {
		e.ErrorType = "session_expired"
	}
}

// by a table, and with what a caller wants
var names = map[stytcherror.Type]stytcherror.Type{"session_not_found": "session_expired"}

func byTable(e *stytcherror.Error) {
	if name, ok := names[e.ErrorType]; ok {
		e.ErrorType = name
	}
}

func as(e stytcherror.Error, name stytcherror.Type) stytcherror.Error {
	e.ErrorType = name
	return e
}

func gone(e stytcherror.Error) stytcherror.Error { return as(e, "magic_link_token_expired") }

// what looks for those names, and for others
func renamed(err error) bool {
	var e stytcherror.Error
	if !errors.As(rename(err), &e) {
		return false
	}
	switch e.ErrorType {
	case "session_expired", "session_timeout", "magic_link_token_expired":
		return true
	case "user_does_not_exist": // want `"user_not_found"`
		return true
	}
	return e.ErrorType == "captcha_faild" // want `"captcha_failed"`
}

// a new error in the place of another
func translate(err error) error {
	var e stytcherror.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e) && e.ErrorType == "user_not_found":
		return stytcherror.Error{StatusCode: e.StatusCode, ErrorType: "session_expired", RequestID: e.RequestID}
	}
	return &stytcherror.Error{StatusCode: http.StatusBadGateway, ErrorType: "session_expired"}
}

// a misspelt code is still none
func misspelt(e *stytcherror.Error) {
	e.ErrorType = "sesion_not_found" // want `"session_not_found"`
}

// an error that the program makes all of itself
func made(n int) []error {
	var e stytcherror.Error
	e.ErrorType = "session_expired" // want `"session_not_found"`
	p := &stytcherror.Error{StatusCode: n}
	p.ErrorType = "session_expired" // want `"session_not_found"`
	q := new(stytcherror.Error)
	q.ErrorType = "session_expired"                                          // want `"session_not_found"`
	return []error{e, p, q, stytcherror.Error{ErrorType: "session_expired"}} // want `"session_not_found"`
}

// an error that another is compared with
func compared(err error) bool {
	return errors.Is(err, stytcherror.Error{ErrorType: "email_does_not_exist"}) // want `"email_not_found"`
}
