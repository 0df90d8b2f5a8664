// Package testmakes makes pointers in its tests alone.
package testmakes

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func status(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 500
}
