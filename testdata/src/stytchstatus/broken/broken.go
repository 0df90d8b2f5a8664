// Package broken is being written: it does not compile yet.
package broken

import (
	"errors"

	"example.com/not/there"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// What compiles is looked at.
func whole(e stytcherror.Error) bool {
	if e.StatusCode == 404 {
		return e.ErrorType == "weak_password" // want `never true`
	}
	switch e.StatusCode {
	case 401:
		return e.ErrorType == "session_not_found" // want `never true`
	}
	return false
}

var errs = []error{stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"}, undefined} // want `never with 401`

func told(err error) bool {
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode == 401 && e.ErrorType == "session_not_found" {
		return undefined
	}
	switch e.StatusCode {
	case there.Status:
	case 401:
		return e.ErrorType == "session_not_found"
	case "404":
		return e.ErrorType == 5
	}
	_ = stytcherror.Error{StatusCode: "401", ErrorType: "session_not_found", Nothing: 1}
	_ = stytcherror.Error{401, 2, 3, 4, 5, 6, 7, 8, 9}
	if e.StatusCode == 404 {
		known(e, .)
		return e.ErrorType == "weak_password"
	}
	if e. && e.ErrorType ==
