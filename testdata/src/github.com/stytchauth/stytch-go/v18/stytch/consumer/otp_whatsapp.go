package consumer

import (
	"context"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/whatsapp"
)

type OTPsWhatsAppClient struct {
	C stytch.Client
}

func NewOTPsWhatsAppClient(c stytch.Client) *OTPsWhatsAppClient {
	return &OTPsWhatsAppClient{
		C: c,
	}
}

func (c *OTPsWhatsAppClient) Send(ctx context.Context, body *whatsapp.SendParams) (*whatsapp.SendResponse, error) {
	return request[whatsapp.SendResponse](ctx, c.C, "POST", "/v1/otps/whatsapp/send", body)
}

func (c *OTPsWhatsAppClient) LoginOrCreate(ctx context.Context, body *whatsapp.LoginOrCreateParams) (*whatsapp.LoginOrCreateResponse, error) {
	return request[whatsapp.LoginOrCreateResponse](ctx, c.C, "POST", "/v1/otps/whatsapp/login_or_create", body)
}
