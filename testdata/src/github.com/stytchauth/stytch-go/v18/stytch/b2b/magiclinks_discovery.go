package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks/discovery"
)

type MagicLinksDiscoveryClient struct {
	C stytch.Client
}

func NewMagicLinksDiscoveryClient(c stytch.Client) *MagicLinksDiscoveryClient {
	return &MagicLinksDiscoveryClient{
		C: c,
	}
}

func (c *MagicLinksDiscoveryClient) Authenticate(ctx context.Context, body *discovery.AuthenticateParams) (*discovery.AuthenticateResponse, error) {
	return request[discovery.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/magic_links/discovery/authenticate", body)
}
