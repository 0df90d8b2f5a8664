// want package:"makes pointers: true"

// Package makesrange takes its own pointers from a list.
package makesrange

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func first(code stytcherror.Type) error {
	known := []*stytcherror.Error{{ErrorType: "a"}, {ErrorType: "b"}}
	for _, e := range known {
		if e.ErrorType == code {
			return e
		}
	}
	return nil
}

func isKnown(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e)
}
