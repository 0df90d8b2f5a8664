// want package:"makes pointers: true"

// Package makes belongs to a program that makes pointers itself, so that
// looking for them is right.
package makes

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func refuse() error { return &stytcherror.Error{StatusCode: 403} } // want `drop the &`

func refused(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}
