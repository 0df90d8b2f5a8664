// want package:"makes pointers: true"

// Package makesgeneric passes its own pointers through type parameters.
package makesgeneric

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func asError[E error](e E) error { return e }

func refuse() error { return asError(&stytcherror.Error{StatusCode: 403}) } // want `drop the &`

func refused(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}
