package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/otp/email"
)

type OTPsEmailClient struct {
	C         stytch.Client
	Discovery *OTPsEmailDiscoveryClient
}

func NewOTPsEmailClient(c stytch.Client) *OTPsEmailClient {
	return &OTPsEmailClient{
		C:         c,
		Discovery: NewOTPsEmailDiscoveryClient(c),
	}
}

func (c *OTPsEmailClient) LoginOrSignup(ctx context.Context, body *email.LoginOrSignupParams) (*email.LoginOrSignupResponse, error) {
	return request[email.LoginOrSignupResponse](ctx, c.C, "POST", "/v1/b2b/otps/email/login_or_signup", body)
}

func (c *OTPsEmailClient) Authenticate(ctx context.Context, body *email.AuthenticateParams) (*email.AuthenticateResponse, error) {
	return request[email.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/otps/email/authenticate", body)
}

func (c *OTPsEmailClient) AuthenticateWithClaims(ctx context.Context, body *email.AuthenticateParams, claims any) (*email.AuthenticateResponse, error) {
	return request[email.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/otps/email/authenticate", body)
}
