// want package:"makes pointers: true"

// Package makesjoined passes its own pointers to a generic function that takes
// any number of them.
package makesjoined

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func first[E error](errs ...E) error {
	for _, err := range errs {
		return err
	}
	return nil
}

func refuse() error { return first(&stytcherror.Error{StatusCode: 403}) } // want `drop the &`

func refused(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}
