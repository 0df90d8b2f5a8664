package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sso"
)

type SSOClient struct {
	C stytch.Client
}

func NewSSOClient(c stytch.Client) *SSOClient {
	return &SSOClient{
		C: c,
	}
}

func (c *SSOClient) Authenticate(ctx context.Context, body *sso.AuthenticateParams) (*sso.AuthenticateResponse, error) {
	return request[sso.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/sso/authenticate", body)
}
