// Package quiet wraps the SDK, and tells nothing of codes.
package quiet

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Auth signs in.
type Auth struct {
	Name string
	api  *stytchapi.API
}

// SignedIn reports whether there is a session.
func (a *Auth) SignedIn(ctx context.Context) bool {
	_, err := a.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	return err == nil
}
