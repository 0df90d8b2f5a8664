// Package asked asks errors of unknown origin what they are, before it looks at
// their text.
package asked

import (
	"errors"
	"io"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// The question is one of several in a condition.
func First(err error) bool {
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode > 399 {
		return strings.Contains(err.Error(), "401") // want `the text of an SDK error is searched for "401"`
	}
	return false
}

func Second(err error, verbose bool) bool {
	var e stytcherror.Error
	if verbose && errors.As(err, &e) {
		return strings.Contains(err.Error(), "401") // want `the text of an SDK error is searched for "401"`
	}
	return false
}

// The condition may hold of other errors.
func Either(err error, verbose bool) bool {
	var e stytcherror.Error
	if verbose || errors.As(err, &e) {
		return strings.Contains(err.Error(), "401")
	}
	return false
}

// It asks something else.
func Flag(err error, verbose bool) bool {
	retry := verbose
	return retry && strings.Contains(err.Error(), "401")
}

func Ended(err error) bool {
	return errors.Is(err, io.EOF) && strings.Contains(err.Error(), "401")
}

func Helper(err error) bool {
	return isTemporary(err) && strings.Contains(err.Error(), "401")
}

func isTemporary(err error) bool {
	t, ok := err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// What it asks for is not in view.
func Target(err error, target any) bool {
	return errors.As(err, target) && strings.Contains(err.Error(), "401")
}

// It asks another error.
func Cause(err, cause error) bool {
	var e stytcherror.Error
	return errors.As(cause, &e) && strings.Contains(err.Error(), "401")
}
