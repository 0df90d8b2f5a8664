// Package mapper makes errors of the program of those of others.
package mapper

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// An Error has the status to answer with.
type Error struct {
	Status int
	Err    error
}

func (e *Error) Error() string { return e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// From asks for Stytch's error at first.
func From(err error) *Error {
	var stytch stytcherror.Error
	var own *Error
	switch {
	case errors.As(err, &stytch):
		return &Error{int(stytch.StatusCode), err}
	case errors.As(err, &own):
		return own
	}
	return &Error{500, err}
}
