// Package adapter wraps the SDK.
package adapter

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/sms"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/whatsapp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var ErrUnknown = errors.New("unknown address")

type Err struct {
	Code string
	Err  error
}

func (e *Err) Error() string { return e.Code }
func (e *Err) Unwrap() error { return e.Err }

type C struct{ API *stytchapi.API }

func IsUnknown(err error) bool { // want IsUnknown:"tells"
	var e stytcherror.Error
	return errors.As(err, &e) && (e.ErrorType == "email_not_found" || e.ErrorType == "phone_number_not_found")
}

func Code(err error) string { // want Code:""
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	return ""
}

// SendLink maps to a sentinel.
func (c *C) SendLink(ctx context.Context, addr string) error { // want SendLink:"sends consumer MagicLinks.Email.Send"
	_, err := c.API.MagicLinks.Email.Send(ctx, &email.SendParams{Email: addr})
	if IsUnknown(err) {
		return ErrUnknown
	}
	return err
}

// SendSms wraps in %w.
func (c *C) SendSms(ctx context.Context, phone string) (string, error) { // want SendSms:"sends consumer OTPs.Sms.Send"
	resp, err := c.API.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone})
	if err != nil {
		return "", fmt.Errorf("sms: %w", err)
	}
	return resp.PhoneID, nil
}

// SendWa has an own type.
func (c *C) SendWa(ctx context.Context, phone string) error { // want SendWa:"sends consumer OTPs.WhatsApp.Send"
	_, err := c.API.OTPs.WhatsApp.Send(ctx, &whatsapp.SendParams{PhoneNumber: phone})
	if err != nil {
		return &Err{Code: Code(err), Err: err}
	}
	return nil
}

func (c *C) Create(ctx context.Context, addr string) error { // want Create:"creates by Users.Create"
	_, err := c.API.Users.Create(ctx, &users.CreateParams{Email: addr})
	return err
}

func (c *C) CreatePhone(ctx context.Context, phone string) (string, error) { // want CreatePhone:"creates by Users.Create"
	resp, err := c.API.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone})
	if err != nil {
		return "", fmt.Errorf("create: %w", err)
	}
	return resp.UserID, nil
}
