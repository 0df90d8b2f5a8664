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

// functions in variables
var as = errors.As

func inVariables(err error) bool {
	var a, b, c, d, e *stytcherror.Error
	into := helpers.Into
	return as(err, &a) || // want `errors.As never finds a \*stytcherror.Error`
		into(err, &b) || // want `helpers.Into never finds`
		helpers.Target(err, &c) || // want `helpers.Target never finds`
		helpers.Wrapped(err, &d) || // want `helpers.Wrapped never finds`
		helpers.Again(err, &e) // want `helpers.Again never finds`
}

func inVariablesRight(err error, is func(error, any) bool) bool {
	var p *stytcherror.OAuth2Error
	var e stytcherror.Error
	ask := errors.As
	if err != nil {
		ask = is
	}
	return as(err, &e) || helpers.Target(err, &e) || helpers.Other(err, &p) || is(err, &p) || ask(err, &p)
}
