// Package authx asks for statuses and codes for others.
package authx

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Status returns the status of an error, 0 if it is none of Stytch's.
func Status(err error) int { // want Status:"tells"
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.StatusCode
}

// As returns Stytch's error in an error.
func As(err error) (stytcherror.Error, bool) { // want As:"tells"
	var e stytcherror.Error
	ok := errors.As(err, &e)
	return e, ok
}

// Code returns the code of an error.
func Code(err error) string { // want Code:"tells"
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

// Is reports whether an error has a code.
func Is(err error, code string) bool { // want Is:"tells"
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

// NotFound reports whether an error has the status 404.
func NotFound(err error) bool { // want NotFound:"tells"
	return Status(err) == http.StatusNotFound
}

// OfServer reports whether the server is to blame.
func OfServer(err error) bool { // want OfServer:"tells"
	return Status(err)/100 == 5
}

// SignedOut reports whether a session is over.
func SignedOut(err error) bool { // want SignedOut:"tells"
	e, ok := errors.AsType[stytcherror.Error](err)
	if !ok {
		return false
	}
	switch e.ErrorType {
	case "session_not_found", "session_authorization_error":
		return true
	}
	return false
}

// Retriable asks for both, and fits.
func Retriable(err error) bool { // want Retriable:"tells"
	var e stytcherror.Error
	return errors.As(err, &e) && (e.StatusCode >= 500 || e.ErrorType == "too_many_requests")
}

// Log asks for nothing.
func Log(err error) error {
	return errors.Join(errors.New("stytch"), err)
}

// StatusOf does without asking whether there is one.
func StatusOf(err error) int { // want StatusOf:"tells"
	e, _ := errors.AsType[stytcherror.Error](err)
	return e.StatusCode
}

// OfClient reports whether the client is to blame.
func OfClient(err error) bool { // want OfClient:"tells"
	return StatusOf(err)/100 == 4
}
