// want package:"declares Is: true"

// Package ownis has an error that decides itself what it is.
package ownis

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Failure wraps an error of the SDK's.
type Failure struct{ Inner stytcherror.Error }

func (f Failure) Error() string { return f.Inner.Error() }

// Is compares the codes.
func (f Failure) Is(target error) bool { // want Is:"asks for .*"
	e, ok := target.(stytcherror.Error)
	return ok && e.ErrorType == f.Inner.ErrorType
}

func notFound(err error) bool {
	return errors.Is(err, stytcherror.Error{ErrorType: "session_not_found"})
}
