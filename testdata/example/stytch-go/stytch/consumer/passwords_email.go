package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/email"
)

type PasswordsEmailClient struct {
	C stytch.Client
}

func NewPasswordsEmailClient(c stytch.Client) *PasswordsEmailClient {
	return &PasswordsEmailClient{
		C: c,
	}
}

func (c *PasswordsEmailClient) ResetStart(ctx context.Context, body *email.ResetStartParams) (*email.ResetStartResponse, error) {
	return request[email.ResetStartResponse](ctx, c.C, "POST", "/v1/passwords/email/reset/start", body)
}

func (c *PasswordsEmailClient) Reset(ctx context.Context, body *email.ResetParams) (*email.ResetResponse, error) {
	return request[email.ResetResponse](ctx, c.C, "POST", "/v1/passwords/email/reset", body)
}
