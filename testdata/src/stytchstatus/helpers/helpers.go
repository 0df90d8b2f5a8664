// Package helpers asks for statuses and codes by functions of its own.
package helpers

import (
	"errors"
	"net/http"
	"slices"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func find(err error) (stytcherror.Error, bool) {
	var e stytcherror.Error
	ok := errors.As(err, &e)
	return e, ok
}

func found[E error](err error) (e E, ok bool) {
	ok = errors.As(err, &e)
	return e, ok
}

func unauthorized(e stytcherror.Error) bool { return e.StatusCode == http.StatusUnauthorized }

func client(e *stytcherror.Error) bool { return e.StatusCode >= 400 && e.StatusCode < 500 }

func has(e stytcherror.Error, codes ...string) bool {
	return slices.Contains(codes, string(e.ErrorType))
}

func signedOut(err error) bool {
	e, ok := find(err)
	if !ok {
		return false
	}
	return e.ErrorType == "session_not_found"
}

func statusOf(err error) int {
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		return e.StatusCode
	}
	return http.StatusInternalServerError
}

func predicates(err error) int {
	e, ok := find(err)
	switch {
	case !ok:
		return 0
	case unauthorized(e) && e.ErrorType == "session_not_found": // want `never true together with 401`
		return 1
	case e.ErrorType == "session_not_found" && unauthorized(e): // want `so this is never true$`
		return 2
	case client(&e) && e.ErrorType == "internal_server_error": // want `never true together with a status < 500`
		return 3
	case e.StatusCode/100 == 5 && e.ErrorType == "weak_password": // want `never true together with a status from 500 to 599`
		return 4
	case e.StatusCode/100 == 4 && e.ErrorType == "weak_password":
		return 5
	case unauthorized(e) && has(e, "session_not_found", "user_not_found"): // want `^"session_not_found" always comes with status 404 and "user_not_found" with 404, so this is never true together with 401$`
		return 6
	case unauthorized(e) && has(e, "session_not_found", "unauthorized_credentials"):
		return 7
	}
	return 8
}

func results(err error) bool {
	if statusOf(err) == 401 {
		return signedOut(err) // want `never true together with 401`
	}
	if statusOf(err) >= 500 && signedOut(err) { // want `never true together with a status >= 500`
		return true
	}
	return statusOf(err) == 404 && signedOut(err)
}

func generic(err error) bool {
	e, ok := found[stytcherror.Error](err)
	return ok && e.StatusCode == 401 && e.ErrorType == "session_not_found" // want `never true together with 401`
}

func guards(err error) string {
	e, ok := find(err)
	if !ok || e.StatusCode != 404 {
		return ""
	}
	switch e.ErrorType {
	case "weak_password": // want `never true together with 404`
		return "weak"
	case "session_not_found":
		return "signed out"
	}
	return ""
}

func guardsByHelper(err error) bool {
	if !signedOut(err) {
		return false
	}
	return statusOf(err) == 401 // want `so this is never true$`
}

// A method of the program's own type.
type failure struct{ cause error }

func (f *failure) Error() string { return f.cause.Error() }
func (f *failure) Unwrap() error { return f.cause }

func (f *failure) status() int { return statusOf(f.cause) }

func (f *failure) is(code string) bool {
	e, ok := find(f.cause)
	return ok && string(e.ErrorType) == code
}

func methods(f *failure) bool {
	return f.status() == 401 && f.is("session_not_found") // want `never true together with 401`
}

type outcome int

const (
	gone outcome = iota
	weak
	other
)

func classify(err error) outcome {
	e, ok := find(err)
	if !ok {
		return other
	}
	switch e.ErrorType {
	case "session_not_found":
		return gone
	case "weak_password":
		return weak
	}
	return other
}

func classified(err error) int {
	switch classify(err) {
	case gone:
		if statusOf(err) == 401 { // want `so this is never true$`
			return 1
		}
	case weak:
		if statusOf(err) == 400 {
			return 2
		}
	}
	return 0
}

// What is defensive stays: the rest of the statuses is for whatever comes.
func defensive(e stytcherror.Error) int {
	switch {
	case e.StatusCode == 404 && e.ErrorType == "session_not_found":
		return 1
	case e.ErrorType == "session_not_found":
		return 2
	case e.StatusCode >= 500:
		return 3
	}
	return 0
}

// Another error each time.
func others(err, cause error) bool {
	return statusOf(err) == 401 && signedOut(cause)
}

// Two calls may return two errors.
func twice(get func() error) bool {
	return statusOf(get()) == 401 && signedOut(get())
}

// One finding is enough for one condition.
func once(e stytcherror.Error) string {
	switch {
	case e.StatusCode == http.StatusBadRequest && e.ErrorType == "oauth_token_not_found",
		e.StatusCode == http.StatusNotFound && e.ErrorType == "oauth_token_not_found":
		return "again"
	case e.ErrorType == "oauth_token_not_found" && e.StatusCode >= 500: // want `so this is never true$`
		return "?"
	}
	return ""
}

func handledElsewhere(e stytcherror.Error) string {
	if e.StatusCode == 404 {
		return "gone"
	}
	if e.ErrorType == "session_not_found" && e.StatusCode == 401 { // want `never true together with a status other than 404`
		return "?"
	}
	return ""
}

// The code is one of both lists.
func narrowed(e stytcherror.Error) bool {
	return has(e, "session_not_found", "unauthorized_credentials") &&
		has(e, "unauthorized_credentials", "weak_password") &&
		e.StatusCode == 404 // want `^"unauthorized_credentials" always comes with status 401, so this is never true$`
}

func inParentheses(err error) string {
	if (!signedOut(err)) || statusOf(err) != 401 { // want `so this is always true$`
		return ""
	}
	return "?"
}

// The helper does what its caller needs nothing of.
func empty(e stytcherror.Error) {
	if e.StatusCode == 401 && e.ErrorType != "session_not_found" {
	}
	if e.StatusCode == 401 {
		if e.ErrorType != "session_not_found" {
			println("another one")
		}
	}
}

var refused = []int{http.StatusUnauthorized, http.StatusForbidden}

func listed(e stytcherror.Error) bool {
	return slices.Contains(refused, e.StatusCode) && e.ErrorType == "session_not_found" // want `never true together with 401 or 403`
}
