// Package own has errors of its own that are named like Stytch's.
package own

import (
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var API *stytchapi.API

var ErrMember = errors.New("member_not_found")

type failure string

func (f failure) Error() string { return string(f) }

const weak failure = "weak_password"

type coded struct{ Code string }

func (c *coded) Error() string { return c.Code }

func missing() error { return &coded{Code: "user_not_found"} }

type gone struct{}

func (gone) Error() string { return "session_not_found" }

func newError(code string) error { return fmt.Errorf("own: %s", code) }

func limited() error { return newError("too_many_requests") }

func Status(err error) int {
	switch {
	case strings.Contains(err.Error(), "member_not_found"):
		return 404
	case strings.Contains(err.Error(), "weak_password"):
		return 400
	case strings.Contains(err.Error(), "user_not_found"):
		return 404
	case strings.Contains(err.Error(), "session_not_found"):
		return 401
	case strings.Contains(err.Error(), "too_many_requests"):
		return 429
	case strings.Contains(err.Error(), "organization_not_found"): // want `may come from the SDK`
		return 404
	}
	return 500
}
