// Package wrapped embeds the SDK's error in types of its own.
package wrapped

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type sdkError = stytcherror.Error

// a struct with the methods of the SDK's error
type apiError struct {
	sdkError
	Op string
}

func fail(op string, e stytcherror.Error) error { return &apiError{e, op} }

func failValue(op string, e stytcherror.Error) error { return apiError{e, op} }

func pointer(err error) string {
	var e *apiError
	if errors.As(err, &e) {
		return e.Op
	}
	return ""
}

func unchecked(err error) string { return err.(*apiError).Op }

// with a pointer in it
type pointerError struct {
	*sdkError
}

func wrapPointer(e stytcherror.Error) error { return pointerError{&e} }

func isPointerError(err error) bool {
	_, ok := err.(pointerError)
	return ok
}

// an interface that both forms fulfil
type detailed interface {
	error
	error2
}

type error2 interface{ Error() string }

func byInterface(err error) bool {
	var d detailed
	return errors.As(err, &d)
}

// what is embedded is looked for as a pointer
func embedded(err error) bool {
	var e *sdkError
	return errors.As(err, &e) // want `never finds`
}
