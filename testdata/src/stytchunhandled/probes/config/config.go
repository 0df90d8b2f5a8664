// Package config holds what the program is configured with.
package config

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Session is that of the probe.
var Session string

// Config is filled from the environment.
type Config struct {
	ProbeSession string `env:"PROBE_SESSION"`
}

// Load reads the environment.
func Load() Config { return Config{} }

// Check signs in.
func Check(ctx context.Context, api *stytchapi.API, token string) error { // want Check:`fails as`
	_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err
}
