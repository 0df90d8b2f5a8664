// Package finds hands on what it finds in errors.
package finds

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// AsStytch returns the error of the SDK within another.
func AsStytch(err error) (*stytcherror.Error, bool) { // want AsStytch:"asks for \\*.*stytcherror.Error"
	var e *stytcherror.Error
	ok := errors.As(err, &e) // want `never finds`
	return e, ok
}

// Copy returns a pointer of its own.
func Copy(err error) *stytcherror.OAuth2Error { // want Copy:"asks for .*stytcherror.OAuth2Error"
	if e, ok := errors.AsType[stytcherror.OAuth2Error](err); ok {
		return &e
	}
	return nil
}
