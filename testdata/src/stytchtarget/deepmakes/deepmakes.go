// want package:"makes pointers: true"

// Package deepmakes imports a package that imports one that makes pointers.
package deepmakes

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	_ "stytchtarget/usesmakes"
)

func refused(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}
