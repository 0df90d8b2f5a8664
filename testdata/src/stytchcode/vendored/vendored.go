// Package vendored uses a vendored copy of the SDK.
package vendored

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// stytcherror.Error
func code(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "sesion_not_found" // want `"session_not_found"`
}

// stytcherror.OAuth2Error
func oauth2(err error) bool {
	var e stytcherror.OAuth2Error
	return errors.As(err, &e) && e.ErrorType == "invalid_grnt" // want `"invalid_grant"`
}
