package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v11/stytch"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/magiclinks/email"
)

type MagicLinksEmailClient struct {
	C stytch.Client
}

func NewMagicLinksEmailClient(c stytch.Client) *MagicLinksEmailClient {
	return &MagicLinksEmailClient{
		C: c,
	}
}

func (c *MagicLinksEmailClient) Send(ctx context.Context, body *email.SendParams) (*email.SendResponse, error) {
	return request[email.SendResponse](ctx, c.C, "POST", "/v1/magic_links/email/send", body)
}

func (c *MagicLinksEmailClient) LoginOrCreate(ctx context.Context, body *email.LoginOrCreateParams) (*email.LoginOrCreateResponse, error) {
	return request[email.LoginOrCreateResponse](ctx, c.C, "POST", "/v1/magic_links/email/login_or_create", body)
}

func (c *MagicLinksEmailClient) Invite(ctx context.Context, body *email.InviteParams) (*email.InviteResponse, error) {
	return request[email.InviteResponse](ctx, c.C, "POST", "/v1/magic_links/email/invite", body)
}
