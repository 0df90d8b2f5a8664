// Package authx asks about errors of Stytch in the place of its callers.
package authx

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Is reports whether Stytch refused with a code.
func Is(err error, code string) bool {
	var refused stytcherror.Error
	return errors.As(err, &refused) && string(refused.ErrorType) == code
}
