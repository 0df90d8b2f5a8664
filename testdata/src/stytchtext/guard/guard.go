package guard

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func As(err error) bool {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return strings.Contains(err.Error(), "401") // want `the text of an SDK error is searched for "401"; compare StatusCode of a stytcherror.Error`
	}
	return strings.Contains(err.Error(), "401")
}

func AsType(err error) bool {
	if _, ok := errors.AsType[stytcherror.Error](err); ok {
		switch {
		case strings.Contains(err.Error(), "401"): // want `searched for "401"`
			return true
		}
	}
	return false
}

func Assertion(err error) bool {
	_, ok := err.(stytcherror.Error)
	return ok && strings.Contains(err.Error(), "401") // want `searched for "401"`
}

func Case(err error) bool {
	var e stytcherror.Error
	switch {
	case errors.As(err, &e):
		return strings.Contains(err.Error(), "401") // want `searched for "401"`
	}
	return false
}

func TypeSwitch(err error) bool {
	switch e := err.(type) {
	case stytcherror.Error:
		return strings.Contains(e.Error(), "401") // want `searched for "401"; compare its StatusCode instead`
	case *stytcherror.Error:
		return e.Error() == "session_not_found" // want `compare its ErrorType`
	case interface{ Timeout() bool }:
		return false
	}
	return false
}

func Replaced(err error) bool {
	var e stytcherror.Error
	if errors.As(err, &e) {
		err = errors.New("mine")
		return strings.Contains(err.Error(), "401")
	}
	return false
}

func Other(err error) bool {
	var e *http
	if errors.As(err, &e) {
		return strings.Contains(err.Error(), "401")
	}
	return false
}

type http struct{}

func (*http) Error() string { return "http" }
