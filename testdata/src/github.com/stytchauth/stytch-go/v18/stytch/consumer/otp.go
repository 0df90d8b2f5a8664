package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
)

type OTPsClient struct {
	C        stytch.Client
	Sms      *OTPsSmsClient
	WhatsApp *OTPsWhatsAppClient
	Email    *OTPsEmailClient
}

func NewOTPsClient(c stytch.Client) *OTPsClient {
	return &OTPsClient{
		C:        c,
		Sms:      NewOTPsSmsClient(c),
		WhatsApp: NewOTPsWhatsAppClient(c),
		Email:    NewOTPsEmailClient(c),
	}
}

func (c *OTPsClient) Authenticate(ctx context.Context, body *otp.AuthenticateParams) (*otp.AuthenticateResponse, error) {
	return request[otp.AuthenticateResponse](ctx, c.C, "POST", "/v1/otps/authenticate", body)
}

func (c *OTPsClient) AuthenticateWithClaims(ctx context.Context, body *otp.AuthenticateParams, claims any) (*otp.AuthenticateResponse, error) {
	return request[otp.AuthenticateResponse](ctx, c.C, "POST", "/v1/otps/authenticate", body)
}
