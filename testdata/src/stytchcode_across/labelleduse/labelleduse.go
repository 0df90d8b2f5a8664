// Package labelleduse compares the labels of another package.
package labelleduse

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchcode_across/labelled"
)

func codes(err error) bool {
	code := labelled.Code(err)
	if code == "" {
		code = labelled.NoSession
	}
	return code == "session_timeout" || code == "session_expired" || code == labelled.NoSession ||
		code == "magic_link_token_expired" || // want `"magic_link_token_expired" is not`
		labelled.Code(err) == "session_expired" // want `"session_not_found"`
}

// an error that another package has renamed
func public(err error) bool {
	var e stytcherror.Error
	return errors.As(labelled.Public(err), &e) && (e.ErrorType == "email_does_not_exist" ||
		e.ErrorType == "sesion_not_found") // want `"session_not_found"`
}
