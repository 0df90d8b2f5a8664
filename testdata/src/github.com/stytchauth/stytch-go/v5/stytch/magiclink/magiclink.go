package magiclink

import (
	"github.com/stytchauth/stytch-go/v5/stytch"
)

type Client struct {
	C *stytch.Client
}

func (c *Client) Authenticate(body *stytch.MagicLinksAuthenticateParams) (*stytch.MagicLinksAuthenticateResponse, error) {
	var out stytch.MagicLinksAuthenticateResponse
	err := c.C.NewRequest("POST", "/magic_links/authenticate", nil, nil, &out)
	return &out, err
}
