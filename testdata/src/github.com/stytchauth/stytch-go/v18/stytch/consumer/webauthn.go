package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/webauthn"
)

type WebAuthnClient struct {
	C stytch.Client
}

func NewWebAuthnClient(c stytch.Client) *WebAuthnClient {
	return &WebAuthnClient{
		C: c,
	}
}

func (c *WebAuthnClient) Authenticate(ctx context.Context, body *webauthn.AuthenticateParams) (*webauthn.AuthenticateResponse, error) {
	return request[webauthn.AuthenticateResponse](ctx, c.C, "POST", "/v1/webauthn/authenticate", body)
}
