package b2b

import (
	"github.com/stytchauth/stytch-go/v18/stytch"
)

type OTPsClient struct {
	C     stytch.Client
	Sms   *OTPsSmsClient
	Email *OTPsEmailClient
}

func NewOTPsClient(c stytch.Client) *OTPsClient {
	return &OTPsClient{
		C:     c,
		Sms:   NewOTPsSmsClient(c),
		Email: NewOTPsEmailClient(c),
	}
}
