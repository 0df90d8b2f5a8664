package sms

import "github.com/stytchauth/stytch-go/v5/stytch"

type Client struct {
	C *stytch.Client
}

func (c *Client) Send(body *stytch.OTPsSMSSendParams) (*stytch.OTPsSMSSendResponse, error) {
	var out stytch.OTPsSMSSendResponse
	err := c.C.NewRequest("POST", "/otps/sms/send", nil, nil, &out)
	return &out, err
}

func (c *Client) LoginOrCreate(body *stytch.OTPsSMSLoginOrCreateParams) (*stytch.OTPsSMSLoginOrCreateResponse, error) {
	var out stytch.OTPsSMSLoginOrCreateResponse
	err := c.C.NewRequest("POST", "/otps/sms/login_or_create", nil, nil, &out)
	return &out, err
}
