// Package comparemade makes errors that are equal to others.
package comparemade

import (
	"errors"

	"github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
)

func refuse() error { return stytcherror.Error{ErrorType: "session_not_found"} }

func refused(err error) bool {
	return errors.Is(err, stytcherror.Error{ErrorType: "session_not_found"})
}

// a sentinel
var errGone error = stytcherror.Error{ErrorType: "session_not_found", RequestID: "request-id-test-1"}

func isGone(err error) bool { return err == errGone || errors.Is(err, errGone) }
