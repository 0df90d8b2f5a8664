package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks"
)

type MagicLinksClient struct {
	C         stytch.Client
	Email     *MagicLinksEmailClient
	Discovery *MagicLinksDiscoveryClient
}

func NewMagicLinksClient(c stytch.Client) *MagicLinksClient {
	return &MagicLinksClient{
		C:         c,
		Email:     NewMagicLinksEmailClient(c),
		Discovery: NewMagicLinksDiscoveryClient(c),
	}
}

func (c *MagicLinksClient) Authenticate(ctx context.Context, body *magiclinks.AuthenticateParams) (*magiclinks.AuthenticateResponse, error) {
	return request[magiclinks.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/magic_links/authenticate", body)
}
