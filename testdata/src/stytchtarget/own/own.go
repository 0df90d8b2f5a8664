// Package own has errors of its own that look like the SDK's.
package own

import (
	"errors"

	sdk "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/own/stytcherror"
)

// a package of the same name
func local(err error) bool {
	var e *stytcherror.Error
	var o *stytcherror.OAuth2Error
	return errors.As(err, &e) || errors.As(err, &o)
}

func localAssertion(err error) int {
	switch err := err.(type) {
	case *stytcherror.Error:
		return err.StatusCode
	case stytcherror.OAuth2Error:
		return err.StatusCode
	}
	return err.(*stytcherror.OAuth2Error).StatusCode
}

func localComparison(err error) bool {
	return errors.Is(err, &stytcherror.Error{}) || err == stytcherror.New(1)
}

// a type of this package with the same name
type Error struct{ Inner sdk.Error }

func (e *Error) Error() string { return e.Inner.Error() }

func (e *Error) Unwrap() error { return e.Inner }

func own(err error) bool {
	var e *Error
	return errors.As(err, &e)
}

func build(inner sdk.Error) error { return &Error{inner} }

// both in one function
func two(err error) bool {
	var e *Error
	if errors.As(err, &e) {
		return true
	}
	var s *sdk.Error
	return errors.As(err, &s) // want `never finds a \*stytcherror.Error`
}
