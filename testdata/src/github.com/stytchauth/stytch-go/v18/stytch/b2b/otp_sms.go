package b2b

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/otp/sms"
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
	return request[sms.SendResponse](ctx, c.C, "POST", "/v1/b2b/otps/sms/send", body)
}

func (c *OTPsSmsClient) Authenticate(ctx context.Context, body *sms.AuthenticateParams) (*sms.AuthenticateResponse, error) {
	return request[sms.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/otps/sms/authenticate", body)
}
