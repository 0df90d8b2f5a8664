// want package:"looks for both: true"

// Package turns has errors that take turns.
package turns

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// The errors of the two searches have nothing to do with each other.
func apart(err, other error) bool {
	a, b := err, errors.Unwrap(err)
	for range 3 {
		a, b = b, a
	}
	var p *stytcherror.Error
	var v stytcherror.Error
	return errors.As(a, &p) || errors.As(other, &v) // want `never finds`
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
