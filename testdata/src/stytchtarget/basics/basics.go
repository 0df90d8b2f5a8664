// want package:"looks for both: true"

// Package basics looks for the SDK's errors in all the plain ways.
package basics

import (
	"errors"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	v11 "github.com/stytchauth/stytch-go/v11/stytch/stytcherror"
	v17 "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a pointer as the target
func pointer(err error) int {
	var e *stytcherror.Error
	if errors.As(err, &e) { // want `errors.As never finds a \*stytcherror.Error: the SDK returns stytcherror.Error values; declare the target without the \*`
		return e.StatusCode
	}
	return 500
}

// the same of OAuth2Error, and of another major version
func others(err error) bool {
	var o *stytcherror.OAuth2Error
	var e *v17.Error
	return errors.As(err, &o) || errors.As(err, &e) // want `\*stytcherror.OAuth2Error` `\*stytcherror.Error`
}

// a value
func value(err error) int {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return e.StatusCode
	}
	return 500
}

// errors.AsType
func asType(err error) bool {
	_, pointer := errors.AsType[*stytcherror.Error](err) // the value is tried as well
	_, value := errors.AsType[stytcherror.Error](err)
	return pointer || value
}

func asTypeAlone(err error) bool {
	_, bad := errors.AsType[*stytcherror.Error](err) // want `errors.AsType never finds a \*stytcherror.Error`
	return bad
}

// assertions
func assertion(err error) bool {
	_, ok := err.(*stytcherror.Error) // want `the assertion to \*stytcherror.Error never holds`
	return ok
}

func unchecked(err error) string {
	e := err.(stytcherror.Error) // want `panics`
	return string(e.ErrorMessage)
}

func checked(err error) string {
	if e, ok := err.(stytcherror.Error); ok {
		return string(e.ErrorMessage)
	}
	return ""
}

// a type switch
func typeSwitch(err error) int {
	switch err := err.(type) {
	case *stytcherror.Error: // want `the case \*stytcherror.Error is never taken`
		return err.StatusCode
	}
	return 0
}

// both forms
func bothForms(err error) int {
	switch err := err.(type) {
	case *stytcherror.Error:
		return err.StatusCode
	case stytcherror.Error:
		return err.StatusCode
	}
	return 0
}

func valueFirst(err error) (int, bool) {
	var v stytcherror.Error
	if errors.As(err, &v) {
		return v.StatusCode, true
	}
	var p *stytcherror.Error
	if errors.As(err, &p) && p != nil {
		return p.StatusCode, true
	}
	return 0, false
}

// other people's errors
type Error struct{ StatusCode int }

func (e *Error) Error() string { return "" }

func own(err error) bool {
	var e *Error
	return errors.As(err, &e)
}

// comparisons
func compared(err error, e stytcherror.Error) bool {
	if errors.Is(err, stytcherror.Error{StatusCode: 404}) { // want `errors.Is`
		return true
	}
	return false
}

func equal(err error, e v11.Error) bool {
	if err == (v11.Error{StatusCode: 404}) { // want `no error is equal to this stytcherror.Error: every answer has another RequestID`
		return true
	}
	return err == e // which may be the same one
}

// testing libraries
func tests(t assert.TestingT, rt require.TestingT, err error) {
	var p *stytcherror.Error
	assert.ErrorAs(t, err, &p)   // want `assert.ErrorAs never finds a \*stytcherror.Error`
	require.ErrorAs(rt, err, &p) // want `require.ErrorAs never finds a \*stytcherror.Error`
}

func testsOfValues(t assert.TestingT, err error) {
	var v stytcherror.Error
	assert.ErrorAs(t, err, &v)
}
