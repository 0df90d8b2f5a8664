package fakes

import (
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// NewFake is called by tests alone.
func NewFake(t *testing.T, opts ...stytchapi.Option) (*stytchapi.API, error) {
	return stytchapi.NewClient("project-live-1", "secret-test-2", opts...)
}
