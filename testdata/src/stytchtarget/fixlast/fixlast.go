// Package fixlast calls helpers whose other arguments depend on the type.
package fixlast

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a function that gets what was found, so nothing is mended
func fillWith[T error](err error, target *T, then func(T)) bool {
	found := errors.As(err, target)
	if found {
		then(*target)
	}
	return found
}

func with(err error) bool {
	var e *stytcherror.Error
	return fillWith(err, &e, func(*stytcherror.Error) {}) // want `fillWith never finds`
}

// a fallback of the same type, so nothing is mended
func fillOr[T error](err error, target *T, fallback T) bool {
	if !errors.As(err, target) {
		*target = fallback
	}
	return true
}

func or(err error) int {
	var e *stytcherror.Error
	fillOr(err, &e, nil) // want `fillOr never finds`
	return e.StatusCode
}

// a function alone gives the type, so nothing is mended
func call[T error](err error, f func(T)) {
	if e, ok := errors.AsType[T](err); ok {
		f(e)
	}
}

func calls(err error) {
	call(err, func(e *stytcherror.Error) { println(e.StatusCode) })                     // want `call never finds`
	call[*stytcherror.Error](err, func(e *stytcherror.Error) { println(e.StatusCode) }) // want `call never finds`
}

// an error in the place of the bool
func must[T error](err error) (T, error) {
	e, ok := errors.AsType[T](err)
	if !ok {
		return e, err
	}
	return e, nil
}

func musts(err error) (int, error) {
	e, err := must[*stytcherror.Error](err) // want `must never finds`
	if err != nil {
		return 0, err
	}
	return e.StatusCode, nil
}

// an error that is asked again
func twice(err error) int {
	if e, ok := err.(*stytcherror.Error); ok { // want `never holds`
		return e.StatusCode
	} else if e, ok := errors.Unwrap(err).(*stytcherror.Error); ok { // want `never holds`
		return e.StatusCode
	}
	return 0
}

// a result whose error is set anew, so nothing is mended
func anew(err, second error) int {
	e, ok := err.(*stytcherror.Error) // want `never holds`
	if !ok {
		e, ok = second.(*stytcherror.Error) // want `never holds`
	}
	if ok {
		return e.StatusCode
	}
	return 0
}

// several values in one statement
func several(err error) int {
	n, e := 1, new(stytcherror.Error)
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return n
}

// two searches in one condition
func oneCondition(err, second error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) || errors.As(second, &e) { // want `never finds` `never finds`
		return e.StatusCode
	}
	return 0
}

// a test for nil after either of two searches
func either(err, second error) int {
	var e *stytcherror.Error
	if (errors.As(err, &e) || errors.As(second, &e)) && e != nil { // want `never finds` `never finds`
		return e.StatusCode
	}
	return 0
}
