package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v11/stytch"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/users"
)

type UsersClient struct {
	C stytch.Client
}

func NewUsersClient(c stytch.Client) *UsersClient {
	return &UsersClient{
		C: c,
	}
}

func (c *UsersClient) Create(ctx context.Context, body *users.CreateParams) (*users.CreateResponse, error) {
	return request[users.CreateResponse](ctx, c.C, "POST", "/v1/users", body)
}
