package email

import "github.com/stytchauth/stytch-go/v5/stytch"

type Client struct {
	C *stytch.Client
}

func (c *Client) Send(body *stytch.MagicLinksEmailSendParams) (*stytch.MagicLinksEmailSendResponse, error) {
	var out stytch.MagicLinksEmailSendResponse
	err := c.C.NewRequest("POST", "/magic_links/email/send", nil, nil, &out)
	return &out, err
}

func (c *Client) LoginOrCreate(body *stytch.MagicLinksEmailLoginOrCreateParams) (*stytch.MagicLinksEmailLoginOrCreateResponse, error) {
	var out stytch.MagicLinksEmailLoginOrCreateResponse
	err := c.C.NewRequest("POST", "/magic_links/email/login_or_create", nil, nil, &out)
	return &out, err
}

func (c *Client) Invite(body *stytch.MagicLinksEmailInviteParams) (*stytch.MagicLinksEmailInviteResponse, error) {
	var out stytch.MagicLinksEmailInviteResponse
	err := c.C.NewRequest("POST", "/magic_links/email/invite", nil, nil, &out)
	return &out, err
}
