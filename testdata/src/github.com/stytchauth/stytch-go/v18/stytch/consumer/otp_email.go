package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/email"
)

type OTPsEmailClient struct {
	C stytch.Client
}

func NewOTPsEmailClient(c stytch.Client) *OTPsEmailClient {
	return &OTPsEmailClient{
		C: c,
	}
}

func (c *OTPsEmailClient) Send(ctx context.Context, body *email.SendParams) (*email.SendResponse, error) {
	return request[email.SendResponse](ctx, c.C, "POST", "/v1/otps/email/send", body)
}

func (c *OTPsEmailClient) LoginOrCreate(ctx context.Context, body *email.LoginOrCreateParams) (*email.LoginOrCreateResponse, error) {
	return request[email.LoginOrCreateResponse](ctx, c.C, "POST", "/v1/otps/email/login_or_create", body)
}
