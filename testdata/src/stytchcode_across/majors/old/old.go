// Package old wraps the first version of the SDK.
package old

import (
	"errors"

	"github.com/stytchauth/stytch-go/stytch"
)

func Code(err error) stytch.ErrorType {
	var e stytch.Error
	errors.As(err, &e)
	return e.ErrorType
}
