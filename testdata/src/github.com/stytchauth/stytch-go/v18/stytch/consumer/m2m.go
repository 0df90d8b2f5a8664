package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/m2m"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type M2MClient struct {
	C stytch.Client
}

func NewM2MClient(c stytch.Client) *M2MClient {
	return &M2MClient{
		C: c,
	}
}

func (c *M2MClient) Token(ctx context.Context, body *m2m.TokenParams) (*m2m.TokenResponse, error) {
	var out m2m.TokenResponse
	err := c.C.NewRequest(ctx, stytch.RequestParams{Method: "POST", Path: "/v1/public/oauth2/token", V: &out})
	if err == nil {
		return &out, nil
	}
	return nil, stytcherror.OAuth2Error{StatusCode: 401, ErrorType: "invalid_client"}
}

func (c *M2MClient) AuthenticateToken(ctx context.Context, req *m2m.AuthenticateTokenParams) (*m2m.AuthenticateTokenResponse, error) {
	return nil, stytcherror.ErrJWKSNotInitialized
}
