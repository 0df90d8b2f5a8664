package totp

import "github.com/stytchauth/stytch-go/v5/stytch"

type Client struct {
	C *stytch.Client
}

func (c *Client) Recover(body *stytch.TOTPsRecoverParams) (*stytch.TOTPsRecoverResponse, error) {
	var out stytch.TOTPsRecoverResponse
	err := c.C.NewRequest("POST", "/totps/recover", nil, nil, &out)
	return &out, err
}
