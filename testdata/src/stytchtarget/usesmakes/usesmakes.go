// want package:"makes pointers: true"

// Package usesmakes imports a package that makes pointers.
package usesmakes

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/makesimported"
)

func refused(err error) bool {
	if err == nil {
		err = makesimported.Refuse("no_access")
	}
	var e *stytcherror.Error
	return errors.As(err, &e)
}

func assertion(err error) bool {
	_, ok := err.(*stytcherror.Error)
	return ok
}
