package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/impersonation"
)

type ImpersonationClient struct {
	C stytch.Client
}

func NewImpersonationClient(c stytch.Client) *ImpersonationClient {
	return &ImpersonationClient{
		C: c,
	}
}

func (c *ImpersonationClient) Authenticate(ctx context.Context, body *impersonation.AuthenticateParams) (*impersonation.AuthenticateResponse, error) {
	return request[impersonation.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/impersonation/authenticate", body)
}

func (c *ImpersonationClient) AuthenticateWithClaims(ctx context.Context, body *impersonation.AuthenticateParams, claims any) (*impersonation.AuthenticateResponse, error) {
	return request[impersonation.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/impersonation/authenticate", body)
}
