package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/recoverycodes"
)

type RecoveryCodesClient struct {
	C stytch.Client
}

func NewRecoveryCodesClient(c stytch.Client) *RecoveryCodesClient {
	return &RecoveryCodesClient{
		C: c,
	}
}

func (c *RecoveryCodesClient) Recover(ctx context.Context, body *recoverycodes.RecoverParams) (*recoverycodes.RecoverResponse, error) {
	return request[recoverycodes.RecoverResponse](ctx, c.C, "POST", "/v1/b2b/recovery_codes/recover", body)
}
