// Package helpers does nothing that matters by itself:
// it answers requests, and makes errors and asks them what they are.
package helpers

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Fail answers with a status of its caller's.
func Fail(w http.ResponseWriter, status int, err error) { // want Fail:"events 1, retries 0"
	w.WriteHeader(status)
	fmt.Fprintln(w, err)
}

// Error answers 500.
func Error(w http.ResponseWriter, err error) { // want Error:"events 1, retries 0"
	fail(w, http.StatusInternalServerError)
}

func fail(w http.ResponseWriter, status int) { w.WriteHeader(status) }

// Respond answers by what it is given.
func Respond(w http.ResponseWriter, r *Response) { // want Respond:"events 1, retries 0"
	status := http.StatusOK
	if r.Error != "" {
		status = http.StatusBadRequest
	}
	w.WriteHeader(status)
}

// A Response is what Respond answers.
type Response struct{ Error string }

// An AppError has the status that it is answered with.
type AppError struct {
	Status int
	Err    error
}

func (e *AppError) Error() string { return e.Err.Error() }

func (e *AppError) Unwrap() error { return e.Err }

// A Problem is the same as a value, and keeps no cause.
type Problem struct{ Code int }

func (p Problem) Error() string { return "problem" }

// Internal makes an error around another one.
func Internal(err error) error { return &AppError{Status: 500, Err: err} } // want Internal:"events 0, retries 0"

// With makes one with a status.
func With(status int, err error) *AppError { return &AppError{status, err} } // want With:"events 0, retries 0"

// Hide makes an error that keeps nothing.
func Hide(status int, err error) error { return Problem{status} } // want Hide:"events 0, retries 0"

// Around wraps an error, if there is one.
func Around(err error) error { // want Around:"events 0, retries 0"
	if err == nil {
		return nil
	}
	return fmt.Errorf("around: %w", err)
}

// ErrOwn is an error of this package.
var ErrOwn = errors.New("own")

// IsOwn asks for it.
func IsOwn(err error) bool { return errors.Is(err, ErrOwn) } // want IsOwn:"events 0, retries 0"

// Answer answers with the status in an error, or 500.
func Answer(w http.ResponseWriter, err error) { // want Answer:"events 1, retries 0"
	var e *AppError
	var p Problem
	switch {
	case errors.As(err, &e):
		w.WriteHeader(e.Status)
	case errors.As(err, &p):
		w.WriteHeader(p.Code)
	case IsOwn(err):
		w.WriteHeader(http.StatusTeapot)
	default:
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// unknown is not told of, and Add is no helper.
func unknown(w http.ResponseWriter) {}

// Add adds.
func Add(a, b int) int { return a + b }

// Status returns the status in an error.
func Status(err error) int { // want Status:"events 0, retries 0"
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 0
}

// Code returns the code in an error.
func Code(err error) string { // want Code:"events 0, retries 0"
	if e, ok := As(err); ok {
		return string(e.ErrorType)
	}
	return ""
}

// Is asks for a code.
func Is(err error, code string) bool { // want Is:"events 0, retries 0"
	var e stytcherror.Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

// OneOf asks for some.
func OneOf(err error, codes ...string) bool { // want OneOf:"events 0, retries 0"
	e, ok := As(err)
	if !ok {
		return false
	}
	for _, code := range codes {
		if string(e.ErrorType) == code {
			return true
		}
	}
	return false
}

// As returns the error of the API.
func As(err error) (stytcherror.Error, bool) { // want As:"events 0, retries 0"
	return errors.AsType[stytcherror.Error](err)
}

var kinds = make(map[string]int)

// Kind returns what somebody has put down for the text of an error.
func Kind(err error) int { // want Kind:"events 0, retries 0"
	kind, ok := kinds[err.Error()]
	if ok && kind > 2 {
		return 2
	}
	return kind
}

// Explain answers as something says that is not known.
func Explain(w http.ResponseWriter, err error) { // want Explain:"events 1, retries 0"
	switch explain(err) {
	case "gone":
		w.WriteHeader(404)
	default:
		w.WriteHeader(500)
	}
}

var explain func(error) string

// Within calls a function between two others.
func Within(begin, end func(), f func() error) error { // want Within:"events 0, retries 0"
	begin()
	if err := f(); err != nil {
		return fmt.Errorf("within: %w", err)
	}
	end()
	return nil
}

// Value calls a function, and may not.
func Value[T any](skip bool, f func() (T, error)) (T, error) { // want Value:"events 0, retries 0"
	if skip {
		var none T
		return none, nil
	}
	return f()
}

// Find returns the error of the API, or nil.
func Find(err error) *stytcherror.Error { // want Find:"events 0, retries 0"
	var e stytcherror.Error
	if errors.As(err, &e) {
		return &e
	}
	return nil
}

// A Failure is what Classify finds.
type Failure struct{ Kind, Status int }

// Signed is a kind of failure.
const Signed = 1

// Classify sorts an error.
func Classify(err error) *Failure { // want Classify:"events 0, retries 0"
	e, _ := As(err)
	if e.ErrorType == "a" {
		return &Failure{Kind: Signed}
	}
	return &Failure{Status: e.StatusCode}
}
