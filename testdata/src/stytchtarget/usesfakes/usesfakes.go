// Package usesfakes is tested with fakes.
package usesfakes

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type client interface{ Get() error }

func status(c client) int {
	var e *stytcherror.Error
	if errors.As(c.Get(), &e) { // want `never finds`
		return e.StatusCode
	}
	return 0
}
