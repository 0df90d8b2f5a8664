package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords/email"
)

type PasswordsEmailClient struct {
	C stytch.Client
}

func NewPasswordsEmailClient(c stytch.Client) *PasswordsEmailClient {
	return &PasswordsEmailClient{
		C: c,
	}
}

func (c *PasswordsEmailClient) Reset(ctx context.Context, body *email.ResetParams) (*email.ResetResponse, error) {
	return request[email.ResetResponse](ctx, c.C, "POST", "/v1/b2b/passwords/email/reset", body)
}
