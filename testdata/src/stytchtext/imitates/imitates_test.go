package imitates

import (
	"errors"
	"strings"
)

type fake struct{}

func (fake) authenticate() error { return errors.New("session_not_found") }

// The error may be the one of the fake.
func HasGone(err error) bool { return strings.Contains(err.Error(), "session_not_found") }

func HasLimit(err error) bool {
	return strings.Contains(err.Error(), "too_many_requests") // want `may come from the SDK`
}
