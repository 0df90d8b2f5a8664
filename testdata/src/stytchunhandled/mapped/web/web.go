// Package web answers for the errors of handlers in one place.
package web

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// An Error has a status for those that are not Stytch's.
type Error struct {
	Status int // want Status:`^holds a status, unless the error is Stytch's$`
	Err    error
}

func (e *Error) Error() string { return e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// A Handler returns its failures.
type Handler func(w http.ResponseWriter, r *http.Request) error

func (h Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var stytch stytcherror.Error
	var own *Error
	switch {
	case errors.As(err, &stytch):
		http.Error(w, string(stytch.ErrorMessage), int(stytch.StatusCode))
	case errors.As(err, &own):
		http.Error(w, own.Error(), own.Status)
	}
}
