// Package seventeen wraps version 17 of the SDK and its OAuth 2.0 errors.
package seventeen

import (
	"errors"

	"github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
)

func IsOAuth2(err error, code string) bool {
	var e stytcherror.OAuth2Error
	return errors.As(err, &e) && string(e.ErrorType) == code
}

func OAuth2Code(err error) string {
	var e stytcherror.OAuth2Error
	errors.As(err, &e)
	return string(e.ErrorType)
}

// Any returns the code of either error.
func Any(err error) string {
	if code := OAuth2Code(err); code != "" {
		return code
	}
	var e stytcherror.Error
	errors.As(err, &e)
	return string(e.ErrorType)
}
