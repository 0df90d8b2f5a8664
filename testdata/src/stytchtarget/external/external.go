// Package external has its tests in a package of their own.
package external

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Status looks for the value.
func Status(err error) int { // want Status:"asks for .*stytcherror.Error"
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 500
}
