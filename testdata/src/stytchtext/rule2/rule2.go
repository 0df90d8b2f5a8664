// Package rule2 asks errors of unknown origin.
package rule2

import (
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func IsGone(err error) bool {
	if err == nil {
		return false
	}
	return strings.Contains(err.Error(), "session_not_found") // want `^the text of an error that may come from the SDK is searched for "session_not_found"; compare ErrorType of a stytcherror.Error \(found with errors.As\) instead$`
}

func IsLimited(err error) bool {
	msg := strings.ToLower(err.Error())
	return strings.Contains(msg, "too_many_requests") || // want `searched for "too_many_requests"`
		strings.Contains(msg, "429") ||
		strings.Contains(msg, "rate") ||
		strings.Contains(msg, "_requests")
}

func retryIf(is func(error) bool) bool { return is(nil) }

func literal() bool {
	return retryIf(func(err error) bool {
		return strings.Contains(err.Error(), "too_many_requests") // want `searched for "too_many_requests"`
	})
}

func Loop(err error) bool {
	for _, code := range []string{
		"session_not_found", // want `searched for "session_not_found"`
		"timeout",
		"unauthorized_credentials", // want `searched for "unauthorized_credentials"`
	} {
		if strings.Contains(err.Error(), code) {
			return true
		}
	}
	return false
}

func text(msg string) bool { return strings.Contains(msg, "session_not_found") }

var last error

func global() bool { return strings.Contains(last.Error(), "session_not_found") }

func typed(err error) bool {
	e, ok := err.(stytcherror.Error)
	return ok && strings.Contains(e.Error(), "session_not_found") // want `^the text of an SDK error is searched for "session_not_found"; compare its ErrorType instead$`
}

var errEmpty = errors.New("empty")

func sentinel() bool {
	err := errEmpty
	return strings.Contains(err.Error(), "session_not_found")
}
