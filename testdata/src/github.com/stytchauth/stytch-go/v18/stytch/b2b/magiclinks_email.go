package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks/email"
)

type MagicLinksEmailClient struct {
	C         stytch.Client
	Discovery *MagicLinksEmailDiscoveryClient
}

func NewMagicLinksEmailClient(c stytch.Client) *MagicLinksEmailClient {
	return &MagicLinksEmailClient{
		C:         c,
		Discovery: NewMagicLinksEmailDiscoveryClient(c),
	}
}

func (c *MagicLinksEmailClient) LoginOrSignup(ctx context.Context, body *email.LoginOrSignupParams) (*email.LoginOrSignupResponse, error) {
	return request[email.LoginOrSignupResponse](ctx, c.C, "POST", "/v1/b2b/magic_links/email/login_or_signup", body)
}
