// want package:"declares Is: true"

// Package usesis meets errors that decide themselves what they are.
package usesis

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/ownis"
)

func do() error { return ownis.Failure{} }

func notFound(err error) bool {
	return errors.Is(err, stytcherror.Error{ErrorType: "session_not_found"})
}
