// Package fixed holds what can be mended.
package fixed

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func status(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 500
}

func notNil(err error) string {
	var e *stytcherror.Error
	if errors.As(err, &e) && e != nil { // want `never finds`
		return string(e.ErrorType)
	}
	return ""
}

func asType(err error) int {
	if e, ok := errors.AsType[*stytcherror.Error](err); ok { // want `never finds`
		return e.StatusCode
	}
	return 0
}

func assertion(err error) int {
	if e, ok := err.(*stytcherror.Error); ok { // want `never holds`
		return e.StatusCode
	}
	return 0
}

func handedOn(err error, use func(*stytcherror.Error)) {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		use(e) // needs the pointer, so nothing is mended
	}
}
