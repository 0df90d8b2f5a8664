// Package consumer stands in for the SDK's package of that name.
package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v17/stytch/consumer/oauth"
)

// OAuthClient authenticates the tokens of OAuth callbacks.
type OAuthClient struct{}

// Authenticate authenticates one.
func (c *OAuthClient) Authenticate(ctx context.Context, body *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error) {
	return &oauth.AuthenticateResponse{}, ctx.Err()
}
