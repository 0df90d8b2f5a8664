// want package:"makes pointers: false, looks for both: true"

// Package both looks for values and for pointers, one after the other.
package both

import (
	"errors"
	"fmt"

	"github.com/stretchr/testify/assert"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// the pointer first
func pointerFirst(err error) int {
	var p *stytcherror.Error
	if errors.As(err, &p) {
		return p.StatusCode
	}
	var v stytcherror.Error
	if errors.As(err, &v) {
		return v.StatusCode
	}
	return 0
}

// in one condition
func oneCondition(err error) bool {
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(err, &v) || errors.As(err, &p)
}

// an assertion and a search
func mixed(err error) bool {
	if _, ok := err.(*stytcherror.Error); ok {
		return true
	}
	_, ok := errors.AsType[stytcherror.Error](err)
	return ok
}

// one case for both
func oneCase(err error) bool {
	switch err.(type) {
	case stytcherror.Error, *stytcherror.Error:
		return true
	}
	return false
}

// the pointer in the default branch
func inDefault(err error) bool {
	switch err.(type) {
	case stytcherror.Error:
		return true
	default:
		var p *stytcherror.Error
		return errors.As(err, &p)
	}
}

// on what is wrapped
func unwrapped(err error) bool {
	var v stytcherror.Error
	if errors.As(err, &v) {
		return true
	}
	cause := errors.Unwrap(err)
	_, ok := cause.(*stytcherror.Error)
	return ok
}

// in a helper of this package, called for the rest
func rest(err error) int {
	var v stytcherror.Error
	if errors.As(err, &v) {
		return v.StatusCode
	}
	return pointerOnly(err)
}

func pointerOnly(err error) int {
	var p *stytcherror.Error
	if errors.As(err, &p) {
		return p.StatusCode
	}
	return 0
}

// two helpers, of which neither is called for the other
func isValue(err error) bool {
	_, ok := errors.AsType[stytcherror.OAuth2Error](err)
	return ok
}

func isPointer(err error) bool {
	_, ok := errors.AsType[*stytcherror.OAuth2Error](err)
	return ok
}

func isEither(err error) bool { return isValue(err) || isPointer(err) }

// one generic helper with both types
func has[T error](err error) bool {
	var target T
	return errors.As(err, &target)
}

func hasEither(err error) bool {
	return has[stytcherror.Error](err) || has[*stytcherror.Error](err)
}

// an error in a field
type failure struct{ cause error }

func (f *failure) isEither() bool {
	var v stytcherror.Error
	var p *stytcherror.Error
	return errors.As(f.cause, &v) || errors.As(f.cause, &p)
}

// both in a closure
var match = func(err error) bool {
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(err, &p) || errors.As(err, &v)
}

// the value in one error and the pointer in another, which are not told apart
func others(err, second error) bool {
	var v stytcherror.Error
	var p *stytcherror.Error
	return errors.As(err, &v) && errors.As(second, &p)
}

// the value of one type and the pointer of another
func otherTypes(err error) bool {
	var v stytcherror.Error
	var p *stytcherror.OAuth2Error
	return errors.As(err, &v) || errors.As(err, &p) // want `never finds a \*stytcherror.OAuth2Error`
}

// a value that is tried by another function
func elsewhere(err error) bool {
	var p *stytcherror.Error
	return errors.As(err, &p) // want `never finds`
}

// a loop down the chain
func chain(err error) bool {
	for ; err != nil; err = errors.Unwrap(err) {
		switch err.(type) {
		case *stytcherror.Error:
			return true
		case stytcherror.Error:
			return true
		}
	}
	return false
}

// pointers that it makes itself are looked for
func wrap(err error) error { return fmt.Errorf("both: %w", err) }

// testify, with the value and the pointer
func check(t assert.TestingT, err error) bool {
	var v stytcherror.Error
	var p *stytcherror.Error
	return assert.ErrorAs(t, err, &v) || assert.ErrorAs(t, err, &p)
}
