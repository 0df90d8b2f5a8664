// Package unchecked asserts that errors are the SDK's.
package unchecked

import (
	"context"
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a field of what the assertion gives
func field(err error) int {
	return err.(stytcherror.Error).StatusCode // want `the assertion to stytcherror.Error panics on failures of the network`
}

// right after a call
func afterCall(ctx context.Context, api *stytchapi.API) string {
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		e := err.(stytcherror.Error) // want `panics on failures of the network`
		return string(e.ErrorType)
	}
	return ""
}

// other errors are only partly ruled out
func partly(err error) string {
	if errors.Is(err, context.Canceled) {
		return ""
	}
	return string(err.(stytcherror.Error).ErrorType) // want `panics`
}

// after a search
func afterSearch(err error) string {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return ""
	}
	return string(err.(stytcherror.Error).ErrorType)
}

// after an assertion
func afterAssertion(err error) string {
	if _, ok := err.(stytcherror.Error); !ok {
		return ""
	}
	return string(err.(stytcherror.Error).ErrorType)
}

// in a case
func inCase(err error) string {
	switch err.(type) {
	case stytcherror.Error:
		return string(err.(stytcherror.Error).ErrorType)
	}
	return ""
}

// after a helper said so
func isStytch(err error) bool {
	_, ok := errors.AsType[stytcherror.Error](err)
	return ok
}

func afterHelper(err error) string {
	if isStytch(err) {
		return string(err.(stytcherror.Error).ErrorType)
	}
	return ""
}

// the caller asks
func codeOf(err error) string { return string(err.(stytcherror.Error).ErrorType) }

func callsCodeOf(err error) string {
	if _, ok := err.(stytcherror.Error); ok {
		return codeOf(err)
	}
	return ""
}

// asked, but then set anew
func anew(err error, f func() error) string {
	if isStytch(err) {
		err = f()
		return string(err.(stytcherror.Error).ErrorType) // want `panics`
	}
	return ""
}

// another error is asked
func second(err, other error) string {
	if isStytch(other) {
		return string(err.(stytcherror.Error).ErrorType) // want `panics`
	}
	return ""
}

// errors that were made here
func made() int {
	err := stytcherror.NewPermissionError()
	return err.(stytcherror.Error).StatusCode
}

func madeHere() int {
	var err error = stytcherror.Error{StatusCode: 1}
	return err.(stytcherror.Error).StatusCode
}

// the message of an error is no proof
func byMessage(err error) string {
	if strings.Contains(err.Error(), "stytch") {
		return string(err.(stytcherror.Error).ErrorType) // want `panics`
	}
	return ""
}

// OAuth2 errors
func oauth2(err error) string {
	e := err.(stytcherror.OAuth2Error) // want `the assertion to stytcherror.OAuth2Error panics`
	return string(e.ErrorType)
}

// what the error wraps
func wrapped(err error) string {
	return string(errors.Unwrap(err).(stytcherror.Error).ErrorType) // want `panics`
}

// with the result thrown away
func thrown(err error) bool {
	e, _ := err.(stytcherror.Error)
	return e.StatusCode == 404
}

// every error of a list is asked
func every(errs []error) (n int) {
	for _, err := range errs {
		if !isStytch(err) {
			continue
		}
		n += err.(stytcherror.Error).StatusCode
	}
	return n
}

// the answer is kept in a variable
func answer(err error) string {
	var e stytcherror.Error
	found := errors.As(err, &e)
	if found {
		return string(err.(stytcherror.Error).ErrorType)
	}
	return ""
}

// after a function of the caller's said so
func afterFunction(err error, is func(error) bool) string {
	if is(err) {
		return string(err.(stytcherror.Error).ErrorType)
	}
	return ""
}

// in a closure of the package
var codeIn = func(err error) string {
	return string(err.(stytcherror.Error).ErrorType) // want `panics`
}

// an error under another name
func renamed(cause error) string {
	err := cause
	return string(err.(stytcherror.Error).ErrorType) // want `panics`
}

// a call passes the results of another one
func codeWith(prefix string, err error) string {
	return prefix + string(err.(stytcherror.Error).ErrorType) // want `panics`
}

func load() (string, error) { return "", nil }

func callsCodeWith() string { return codeWith(load()) }
