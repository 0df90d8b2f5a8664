package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth"
)

type OAuthClient struct {
	C         stytch.Client
	Discovery *OAuthDiscoveryClient
}

func NewOAuthClient(c stytch.Client) *OAuthClient {
	return &OAuthClient{
		C:         c,
		Discovery: NewOAuthDiscoveryClient(c),
	}
}

func (c *OAuthClient) Authenticate(ctx context.Context, body *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error) {
	return request[oauth.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/oauth/authenticate", body)
}
