package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v17/stytch/consumer/sessions"
)

// SessionsClient is the client for sessions.
type SessionsClient struct{}

// Authenticate returns the session of a token.
func (c *SessionsClient) Authenticate(ctx context.Context, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error) {
	return new(sessions.AuthenticateResponse), nil
}
