package user

import "github.com/stytchauth/stytch-go/v5/stytch"

type Client struct {
	C *stytch.Client
}

func (c *Client) Create(body *stytch.UsersCreateParams) (*stytch.UsersCreateResponse, error) {
	var out stytch.UsersCreateResponse
	err := c.C.NewRequest("POST", "/users", nil, nil, &out)
	return &out, err
}
