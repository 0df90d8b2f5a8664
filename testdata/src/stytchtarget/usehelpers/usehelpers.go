// Package usehelpers looks for the SDK's errors with helpers of its own and of
// another package.
package usehelpers

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtarget/helpers"
)

func across(err error) bool {
	_, ok := helpers.As[*stytcherror.Error](err) // want `helpers.As never finds a \*stytcherror.Error`
	var e *stytcherror.OAuth2Error
	return ok || helpers.Into(err, &e) // want `helpers.Into never finds a \*stytcherror.OAuth2Error`
}

func right(err error) bool {
	_, ok := helpers.As[stytcherror.Error](err)
	var e stytcherror.OAuth2Error
	return ok || helpers.Into(err, &e)
}

func asErr[T error](err error) (e T, ok bool) {
	ok = errors.As(err, &e)
	return e, ok
}

func here(err error) bool {
	_, ok := asErr[*stytcherror.Error](err) // want `asErr never finds a \*stytcherror.Error`
	return ok
}
