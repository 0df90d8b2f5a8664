// Package majors uses several major versions of the SDK.
package majors

import (
	"errors"

	"github.com/stytchauth/stytch-go/v5/stytch"
	"github.com/stytchauth/stytch-go/v5/stytch/magiclink/email"
	"github.com/stytchauth/stytch-go/v5/stytch/otp/sms"
	"github.com/stytchauth/stytch-go/v5/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v5/stytch/user"
)

func linkV5(c *email.Client, u *user.Client, address string) error {
	_, err := c.Send(&stytch.MagicLinksEmailSendParams{ // want `an unknown email address is created by hand after "email_not_found"; MagicLinks.Email.LoginOrCreate sends the link`
		Email: address,
	})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = u.Create(&stytch.UsersCreateParams{Email: address, Name: stytch.Name{}})
	}
	return err
}

func inviteV5(c *email.Client, address string) (string, error) {
	params := stytch.MagicLinksEmailSendParams{Email: address}
	resp, err := c.Send(&params) // want `invited by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "email_not_found" {
		_, err = c.Invite(&stytch.MagicLinksEmailInviteParams{Email: address})
		return "", err
	}
	return resp.EmailID, err
}

func textV5(c *sms.Client, u *user.Client, phone string) error {
	_, err := c.Send(&stytch.OTPsSMSSendParams{PhoneNumber: phone}) // want `OTPs.Sms.LoginOrCreate sends the passcode`
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.ErrorType == "phone_number_not_found" {
		_, err = u.Create(&stytch.UsersCreateParams{PhoneNumber: phone})
		return err
	}
	return err
}

func namedV5(c *sms.Client, u *user.Client, phone, name string) error {
	_, err := c.Send(&stytch.OTPsSMSSendParams{PhoneNumber: phone})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "phone_number_not_found" {
		_, err = u.Create(&stytch.UsersCreateParams{PhoneNumber: phone, Name: stytch.Name{FirstName: name}})
	}
	return err
}
