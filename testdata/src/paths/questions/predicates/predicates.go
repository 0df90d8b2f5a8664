// Package predicates asks for others.
package predicates

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Status tells the status.
func Status(err error) int { // want Status:"events 0, retries 0"
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 0
}

// Known tells nothing of the two fields.
func Known(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e)
}
