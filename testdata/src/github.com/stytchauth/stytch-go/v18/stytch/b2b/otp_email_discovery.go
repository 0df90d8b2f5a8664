package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/otp/email/discovery"
)

type OTPsEmailDiscoveryClient struct {
	C stytch.Client
}

func NewOTPsEmailDiscoveryClient(c stytch.Client) *OTPsEmailDiscoveryClient {
	return &OTPsEmailDiscoveryClient{
		C: c,
	}
}

func (c *OTPsEmailDiscoveryClient) Authenticate(ctx context.Context, body *discovery.AuthenticateParams) (*discovery.AuthenticateResponse, error) {
	return request[discovery.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/otps/email/discovery/authenticate", body)
}
