// Package labelled has labels of its own beside Stytch's codes, and hands them
// to other packages.
package labelled

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// NoSession is what Code returns of other errors.
const NoSession stytcherror.Type = "session_expired"

// Code returns the code of an error, or a label.
func Code(err error) stytcherror.Type {
	if e, ok := errors.AsType[stytcherror.Error](err); ok {
		return e.ErrorType
	}
	return "session_timeout"
}

// Public gives an error the name that callers know.
func Public(err error) error {
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "user_not_found" {
		e.ErrorType = "email_does_not_exist"
		return e
	}
	return err
}
