package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
)

type PasswordsClient struct {
	C        stytch.Client
	Email    *PasswordsEmailClient
	Sessions *PasswordsSessionsClient
}

func NewPasswordsClient(c stytch.Client) *PasswordsClient {
	return &PasswordsClient{
		C:        c,
		Email:    NewPasswordsEmailClient(c),
		Sessions: NewPasswordsSessionsClient(c),
	}
}

func (c *PasswordsClient) Create(ctx context.Context, body *passwords.CreateParams) (*passwords.CreateResponse, error) {
	return request[passwords.CreateResponse](ctx, c.C, "POST", "/v1/passwords", body)
}

func (c *PasswordsClient) Authenticate(ctx context.Context, body *passwords.AuthenticateParams) (*passwords.AuthenticateResponse, error) {
	return request[passwords.AuthenticateResponse](ctx, c.C, "POST", "/v1/passwords/authenticate", body)
}
