package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords/session"
)

type PasswordsSessionsClient struct {
	C stytch.Client
}

func NewPasswordsSessionsClient(c stytch.Client) *PasswordsSessionsClient {
	return &PasswordsSessionsClient{
		C: c,
	}
}

func (c *PasswordsSessionsClient) Reset(ctx context.Context, body *session.ResetParams) (*session.ResetResponse, error) {
	return request[session.ResetResponse](ctx, c.C, "POST", "/v1/b2b/passwords/session/reset", body)
}
