// Package apperr has the errors of the program.
package apperr

import "net/http"

// An Error carries the status to answer with.
type Error struct {
	Status int // want Status:`holds a status`
	Err    error
}

func (e *Error) Error() string { return e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// Internal is a failure of the server.
func Internal(err error) *Error { return &Error{Status: http.StatusInternalServerError, Err: err} }

// Unauthorized is one of who asks.
func Unauthorized(err error) *Error { return &Error{Status: http.StatusUnauthorized, Err: err} }
