// Package five wraps version 5 of the SDK.
package five

import (
	"errors"

	"github.com/stytchauth/stytch-go/v5/stytch/stytcherror"
)

func Is(err error, code stytcherror.Type) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == code
}

func Code(err error) string {
	var e stytcherror.Error
	errors.As(err, &e)
	return string(e.ErrorType)
}
