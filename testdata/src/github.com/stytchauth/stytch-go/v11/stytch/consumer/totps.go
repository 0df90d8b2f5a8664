package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v11/stytch"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/totps"
)

type TOTPsClient struct {
	C stytch.Client
}

func NewTOTPsClient(c stytch.Client) *TOTPsClient {
	return &TOTPsClient{
		C: c,
	}
}

func (c *TOTPsClient) Recover(ctx context.Context, body *totps.RecoverParams) (*totps.RecoverResponse, error) {
	return request[totps.RecoverResponse](ctx, c.C, "POST", "/v1/totps/recover", body)
}
