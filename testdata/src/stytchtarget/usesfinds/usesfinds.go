// Package usesfinds makes an error of what another package found, and no pointer
// itself.
package usesfinds

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/finds"
)

func known(err error) error {
	if e, ok := finds.AsStytch(err); ok {
		return e
	}
	return err
}

func status(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `never finds`
		return e.StatusCode
	}
	return 500
}
