package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
)

type OAuthClient struct {
	C stytch.Client
}

func NewOAuthClient(c stytch.Client) *OAuthClient {
	return &OAuthClient{
		C: c,
	}
}

func (c *OAuthClient) Authenticate(ctx context.Context, body *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error) {
	return request[oauth.AuthenticateResponse](ctx, c.C, "POST", "/v1/oauth/authenticate", body)
}

func (c *OAuthClient) AuthenticateWithClaims(ctx context.Context, body *oauth.AuthenticateParams, claims any) (*oauth.AuthenticateResponse, error) {
	return request[oauth.AuthenticateResponse](ctx, c.C, "POST", "/v1/oauth/authenticate", body)
}
