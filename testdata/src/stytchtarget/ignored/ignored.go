// Package ignored means what it does.
package ignored

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// on the line
func line(err error) bool {
	var e *stytcherror.Error
	return errors.As(err, &e) //stytchlint:ignore stytchtarget the gateway returns pointers
}

// above it
func above(err error) int {
	//stytchlint:ignore stytchtarget the caller recovers
	return err.(stytcherror.Error).StatusCode
}

// for another check
func other(err error) bool {
	var e *stytcherror.Error
	//stytchlint:ignore stytchcode the gateway adds this code
	return errors.As(err, &e) // want `never finds`
}

// for nothing
func nothing(err error) bool {
	var e stytcherror.Error
	/* want `silences nothing here` */ //stytchlint:ignore stytchtarget the gateway returns pointers
	return errors.As(err, &e)
}
