package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
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

func (c *UsersClient) Get(ctx context.Context, body *users.GetParams) (*users.GetResponse, error) {
	return request[users.GetResponse](ctx, c.C, "GET", "/v1/users", body)
}
