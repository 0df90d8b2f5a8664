package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth/discovery"
)

type OAuthDiscoveryClient struct {
	C stytch.Client
}

func NewOAuthDiscoveryClient(c stytch.Client) *OAuthDiscoveryClient {
	return &OAuthDiscoveryClient{
		C: c,
	}
}

func (c *OAuthDiscoveryClient) Authenticate(ctx context.Context, body *discovery.AuthenticateParams) (*discovery.AuthenticateResponse, error) {
	return request[discovery.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/oauth/discovery/authenticate", body)
}
