package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords"
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

func (c *PasswordsClient) Authenticate(ctx context.Context, body *passwords.AuthenticateParams) (*passwords.AuthenticateResponse, error) {
	return request[passwords.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/passwords/authenticate", body)
}
