package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/sms"
)

type OTPsSmsClient struct {
	C stytch.Client
}

func NewOTPsSmsClient(c stytch.Client) *OTPsSmsClient {
	return &OTPsSmsClient{
		C: c,
	}
}

func (c *OTPsSmsClient) Send(ctx context.Context, body *sms.SendParams) (*sms.SendResponse, error) {
	return request[sms.SendResponse](ctx, c.C, "POST", "/v1/otps/sms/send", body)
}

func (c *OTPsSmsClient) LoginOrCreate(ctx context.Context, body *sms.LoginOrCreateParams) (*sms.LoginOrCreateResponse, error) {
	return request[sms.LoginOrCreateResponse](ctx, c.C, "POST", "/v1/otps/sms/login_or_create", body)
}
