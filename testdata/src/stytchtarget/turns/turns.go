// want package:"looks for both: true"

// Package turns has errors that take turns.
package turns

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// What is made of other errors may be any of them.
func apart(err, other error) bool {
	a, b := err, errors.Unwrap(err)
	for range 3 {
		a, b = b, a
	}
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(a, &p) || errors.As(other, &v)
}

// They may be the same.
func together(err error) bool {
	a, b := err, errors.Unwrap(err)
	for range 3 {
		a, b = b, a
	}
	var p *stytcherror.OAuth2Error
	var v stytcherror.OAuth2Error
	return errors.As(a, &p) || errors.As(b, &v)
}

// Errors of two calls are two.
func calls() bool {
	err := call()
	other := call()
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(err, &p) || errors.As(other, &v) // want `never finds`
}

// The same variable, and one that is made of it.
func again() bool {
	err := call()
	var p *stytcherror.Error
	if errors.As(err, &p) {
		return true
	}
	err = call()
	var v stytcherror.Error
	return errors.As(err, &v)
}

func made() bool {
	err := call()
	wrapped := errors.Join(err)
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(err, &p) || errors.As(wrapped, &v)
}

func call() error { return nil }
