// Package result has values that may be errors, and errors of its own. It knows nothing of
// the SDK.
package result

import (
	"errors"
	"net/http"
)

// Of is a value or an error.
type Of[T any] struct {
	value T
	err   error
}

// New makes one of what a call returned.
func New[T any](v T, err error) Of[T] { return Of[T]{v, err} }

// OK reports whether there is a value.
func (o Of[T]) OK() bool { return o.err == nil }

// Get returns both.
func (o Of[T]) Get() (T, error) { return o.value, o.err }

// Err returns the error.
func (o *Of[T]) Err() error { return o.err }

// Or returns the value, or another one.
func (o Of[T]) Or(other T) T {
	if o.err != nil {
		return other
	}
	return o.value
}

// An Error has a status that nobody else sees.
type Error struct {
	status int
	err    error
}

func (e *Error) Error() string { return "failed" }

func (e *Error) Unwrap() error { return e.err }

// Status returns it.
func (e *Error) Status() int { return e.status }

// Internal makes one of a failure.
func Internal(err error) *Error { return &Error{http.StatusInternalServerError, err} }

// Refused makes another one.
func Refused(err error) *Error { return &Error{http.StatusUnauthorized, err} }

// Write answers one.
func Write(w http.ResponseWriter, err error) {
	var e *Error
	if !errors.As(err, &e) {
		e = Internal(err)
	}
	http.Error(w, e.Error(), e.Status())
}

type coder interface{ Status() int }

// WriteBy answers with the status of whatever has one.
func WriteBy(w http.ResponseWriter, err error) {
	status := http.StatusUnauthorized
	var c coder
	if errors.As(err, &c) {
		status = c.Status()
	}
	http.Error(w, "failed", status)
}

// Coded is an error that has a status.
type Coded interface {
	error
	Status() int
}
