package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks/email/discovery"
)

type MagicLinksEmailDiscoveryClient struct {
	C stytch.Client
}

func NewMagicLinksEmailDiscoveryClient(c stytch.Client) *MagicLinksEmailDiscoveryClient {
	return &MagicLinksEmailDiscoveryClient{
		C: c,
	}
}

func (c *MagicLinksEmailDiscoveryClient) Send(ctx context.Context, body *discovery.SendParams) (*discovery.SendResponse, error) {
	return request[discovery.SendResponse](ctx, c.C, "POST", "/v1/b2b/magic_links/email/discovery/send", body)
}
