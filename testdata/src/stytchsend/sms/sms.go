// Package sms sends passcodes.
package sms

import (
	"context"
	"errors"

	otp "github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/sms"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/whatsapp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func codeOf(err error) stytcherror.Type {
	var e stytcherror.Error
	errors.As(err, &e)
	return e.ErrorType
}

type request struct{ Phone, Email string }

func text(ctx context.Context, c *stytchapi.API, r request) error {
	_, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: r.Phone}) // want `an unknown phone number is created by hand after "phone_number_not_found"; OTPs.Sms.LoginOrCreate sends the passcode and creates the user in one call`
	if codeOf(err) == "phone_number_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{PhoneNumber: r.Phone})
	}
	return err
}

func prefixed(ctx context.Context, c *stytchapi.API, r request) error {
	phone := "+1" + r.Phone
	_, err := c.OTPs.WhatsApp.Send(ctx, &whatsapp.SendParams{PhoneNumber: phone}) // want `OTPs.WhatsApp.LoginOrCreate sends the passcode`
	if codeOf(err) == "phone_number_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{PhoneNumber: "+1" + r.Phone})
	}
	return err
}

func mail(ctx context.Context, c *stytchapi.API, r request) error {
	_, err := c.OTPs.Email.Send(ctx, &otp.SendParams{Email: r.Email}) // want `an unknown email address is created by hand after "email_not_found"; OTPs.Email.LoginOrCreate sends the passcode`
	if codeOf(err) == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: r.Email})
	}
	return err
}

// The code is not one that this call ends with.
func wrongCode(ctx context.Context, c *stytchapi.API, r request) error {
	_, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: r.Phone})
	if codeOf(err) == "email_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{PhoneNumber: r.Phone})
	}
	return err
}

// The user is another person's address book.
func wrongAddress(ctx context.Context, c *stytchapi.API, r request) error {
	_, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: r.Phone})
	if codeOf(err) == "phone_number_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: r.Email})
	}
	return err
}
