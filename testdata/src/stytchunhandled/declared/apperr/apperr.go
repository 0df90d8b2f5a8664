// Package apperr declares errors that carry a status.
package apperr

import "net/http"

// Error carries a status.
type Error struct {
	Status int
	Code   string
	Err    error
}

func (e *Error) Error() string { return e.Code }
func (e *Error) Unwrap() error { return e.Err }

// With returns a copy around an error.
func (e *Error) With(err error) *Error {
	c := *e
	c.Err = err
	return &c
}

var (
	ErrInternal       = &Error{Status: http.StatusInternalServerError, Code: "internal"}
	ErrSignIn   error = &Error{Status: http.StatusUnauthorized, Code: "sign_in"}
	ErrTimeout        = New(http.StatusGatewayTimeout, "timeout")
)

// New makes an error.
func New(status int, code string) *Error { return &Error{Status: status, Code: code} }
