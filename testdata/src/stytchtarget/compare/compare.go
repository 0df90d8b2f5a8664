// Package compare compares errors with the SDK's.
package compare

import (
	"context"
	"errors"
	"io"

	v11 "github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a sentinel that is a value, by its type and as an error
var errValue = stytcherror.Error{ErrorType: "session_not_found"}

var errAny error = stytcherror.Error{ErrorType: "session_not_found"}

func sentinels(err error) bool {
	return errors.Is(err, errValue) || // want `errors.Is never finds a stytcherror.Error: it holds a map`
		errors.Is(err, errAny) // want `errors.Is never finds a stytcherror.Error`
}

// operators, which panic once the types are the same
func operators(err error) bool {
	if err == errAny { // want `== panics if both errors are stytcherror.Error`
		return true
	}
	return err != errAny // want `!= panics if both errors are stytcherror.Error`
}

// cases
func cases(err error) int {
	switch err {
	case nil:
		return 200
	case io.EOF, context.Canceled:
		return 499
	case errAny: // want `== panics`
		return 404
	}
	return 500
}

// the SDK's constructors
func constructors(err error) bool {
	if errors.Is(err, stytcherror.NewPermissionError()) { // want `errors.Is never finds`
		return true
	}
	return err == stytcherror.NewM2MPermissionError() // want `== panics`
}

// the SDK's own sentinel
func sentinel(err error) bool {
	return errors.Is(err, stytcherror.ErrJWKSNotInitialized) || err == stytcherror.ErrJWKSNotInitialized
}

// new pointers
func pointers(err error) bool {
	if err == &(stytcherror.Error{}) { // want `no error is equal to this \*stytcherror.Error: a new pointer equals no other`
		return true
	}
	return errors.Is(err, &stytcherror.Error{StatusCode: 404}) // want `errors.Is never finds a \*stytcherror.Error`
}

// values of a type that can be compared, with and without what every answer has
func comparable(err error, held v11.Error) bool {
	return errors.Is(err, v11.Error{ErrorType: "x"}) || // want `errors.Is never finds a stytcherror.Error: every answer has another RequestID`
		errors.Is(err, v11.Error{RequestID: "request-id-test-1"}) ||
		errors.Is(err, held)
}

// fields are compared rightly
func fields(err error) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && e.ErrorType == errValue.ErrorType
}

// nil
func nothing(err error) bool { return err == nil || errors.Is(err, nil) }

// an error of which nothing is known
func unknown(err, target error) bool { return errors.Is(err, target) || err == target }

// the SDK's error among others, the other way round
func around(e stytcherror.Error) bool { return errors.Is(e, io.EOF) }

// a conversion
func converted(err error) bool {
	return err == error(stytcherror.Error{StatusCode: 404}) // want `== panics if both errors are stytcherror.Error`
}

// a sentinel that is a pointer
var errGone = &stytcherror.Error{ErrorType: "session_not_found"}

func pointerSentinels(err error) bool {
	errLocal := &(stytcherror.Error{ErrorType: "session_not_found"})
	return errors.Is(err, errGone) || // want `errors.Is never finds a \*stytcherror.Error: the SDK returns stytcherror.Error values; use errors.As and compare its fields`
		err == errLocal || // want `no error is equal to this \*stytcherror.Error: the SDK returns stytcherror.Error values`
		errors.Is(err, new(stytcherror.Error)) // want `errors.Is never finds a \*stytcherror.Error`
}

// one that others may return
var ErrLimit = &stytcherror.Error{ErrorType: "too_many_requests"}

func isLimit(err error) bool { return errors.Is(err, ErrLimit) }

// one that comes from elsewhere
func isLast(err error, last *stytcherror.Error) bool {
	var e *stytcherror.Error
	if last != nil {
		e = last
	}
	return errors.Is(err, last) || errors.Is(err, e)
}
