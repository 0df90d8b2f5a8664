package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
)

type MagicLinksClient struct {
	C     stytch.Client
	Email *MagicLinksEmailClient
}

func NewMagicLinksClient(c stytch.Client) *MagicLinksClient {
	return &MagicLinksClient{
		C:     c,
		Email: NewMagicLinksEmailClient(c),
	}
}

func (c *MagicLinksClient) Authenticate(ctx context.Context, body *magiclinks.AuthenticateParams) (*magiclinks.AuthenticateResponse, error) {
	return request[magiclinks.AuthenticateResponse](ctx, c.C, "POST", "/v1/magic_links/authenticate", body)
}

func (c *MagicLinksClient) Create(ctx context.Context, body *magiclinks.CreateParams) (*magiclinks.CreateResponse, error) {
	return request[magiclinks.CreateResponse](ctx, c.C, "POST", "/v1/magic_links", body)
}

func (c *MagicLinksClient) AuthenticateWithClaims(ctx context.Context, body *magiclinks.AuthenticateParams, claims any) (*magiclinks.AuthenticateResponse, error) {
	return request[magiclinks.AuthenticateResponse](ctx, c.C, "POST", "/v1/magic_links/authenticate", body)
}
