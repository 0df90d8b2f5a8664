// Package comparenew compares errors with values that it writes down.
package comparenew

import (
	"errors"

	"github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
)

// under a name
var gone = stytcherror.Error{ErrorType: "session_not_found"}

func named(err error) bool {
	limited := stytcherror.Error{ErrorType: "too_many_requests"}
	return errors.Is(err, gone) || // want `every answer has another RequestID`
		err == limited // want `every answer has another RequestID`
}

// without the names of the fields, of which one is the RequestID
func unkeyed(err error) bool {
	return errors.Is(err, stytcherror.Error{404, "request-id-test-1", "session_not_found", "", ""})
}

// a value that is set in two places
func twice(err error, again bool) bool {
	e := stytcherror.Error{ErrorType: "session_not_found"}
	if again {
		e = last()
	}
	return errors.Is(err, e)
}

// a value that comes from elsewhere
func last() stytcherror.Error { return gone }

func elsewhere(err error) bool {
	e := last()
	return errors.Is(err, e) || errors.Is(err, last())
}
