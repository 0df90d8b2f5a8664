// want package:"makes pointers: true"

// Package usescopies makes an error of the pointer that another package made.
package usescopies

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/finds"
)

func known(err error) error {
	if e := finds.Copy(err); e != nil {
		return e
	}
	return err
}

func status(err error) int {
	var e *stytcherror.OAuth2Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 500
}
