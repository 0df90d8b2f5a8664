package session

import (
	"time"

	"github.com/stytchauth/stytch-go/v5/stytch"
)

type Client struct {
	C *stytch.Client
}

func (c *Client) Authenticate(body *stytch.SessionsAuthenticateParams) (*stytch.SessionsAuthenticateResponse, error) {
	var out stytch.SessionsAuthenticateResponse
	err := c.C.NewRequest("POST", "/sessions/authenticate", nil, nil, &out)
	return &out, err
}

func (c *Client) AuthenticateJWT(maxTokenAge time.Duration, body *stytch.SessionsAuthenticateParams) (*stytch.SessionsAuthenticateResponse, error) {
	return c.Authenticate(body)
}
