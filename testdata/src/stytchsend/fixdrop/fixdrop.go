// Package fixdrop has branches that go with the call.
package fixdrop

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/sms"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func unknown(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "email_not_found"
}

func plain(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return fmt.Errorf("create: %w", err)
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// The parameters are in a variable: they may be for more than the call.
func target(ctx context.Context, c *stytchapi.API, address string) error {
	// The link is valid for an hour.
	params := &email.SendParams{
		Email:                  address,
		LoginMagicLinkURL:      "https://example.com",
		LoginExpirationMinutes: 60,
	}
	_, err := c.MagicLinks.Email.Send(ctx, params) // want `created by hand`

	// Nobody has signed up with this address.
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		log.Printf("creating %s", address)
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		return err
	}

	return err
}

// What asks for the type of the error would be left empty.
func nested(ctx context.Context, c *stytchapi.API, phone string) (string, error) {
	resp, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone}) // want `created by hand`
	if err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) {
			if e.ErrorType == "phone_number_not_found" {
				if _, err := c.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone}); err != nil {
					return "", err
				}
				again, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone})
				return again.PhoneID, err
			}
		}
		return "", err
	}
	return resp.PhoneID, nil
}

// A case is no statement of its own.
func again(ctx context.Context, c *stytchapi.API, logger *log.Logger, address string) (string, error) {
	params := &email.SendParams{Email: address}
	resp, err := c.MagicLinks.Email.Send(ctx, params) // want `created by hand`
	if err != nil {
		switch e, _ := errors.AsType[stytcherror.Error](err); e.ErrorType {
		case "email_not_found":
			logger.Printf("creating %s", address)
			if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
				return "", err
			}
			if resp, err = c.MagicLinks.Email.Send(ctx, params); err != nil {
				return "", err
			}
		case "too_many_requests":
			return "", errors.New("later")
		default:
			return "", err
		}
	}
	return resp.EmailID, nil
}

// A function of the program's creates the user, and might do more.
func rounds(ctx context.Context, c *stytchapi.API, phone string) (err error) {
	for range 3 {
		_, err = c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone}) // want `created by hand`
		if err == nil {
			break
		}
		if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "phone_number_not_found" {
			if err := create(ctx, c, phone); err != nil {
				return err
			}
			continue
		}
		log.Print(err)
	}
	return err
}

func create(ctx context.Context, c *stytchapi.API, phone string) error {
	ctx, cancel := context.WithTimeout(ctx, 1e9)
	defer cancel()
	user, err := c.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone})
	if err != nil {
		return err
	}
	log.Println("created", user.UserID)
	return nil
}

func forever(ctx context.Context, c *stytchapi.API, phone string) error {
	for {
		_, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone}) // want `created by hand`
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "phone_number_not_found" {
			if _, err := c.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone}); err != nil {
				return err
			}
			continue
		}
		return err
	}
}

// What is done besides changes nothing.
func various(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		var _, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		if err == nil {
			log.Printf("created %d bytes", len(address))
		}
		if len(address) > 80 {
			log.Print("a long address")
		} else {
			log.Print("an address")
		}
		return err
	}
	return err
}

// A field is set later.
func set(ctx context.Context, c *stytchapi.API, address string) error {
	params := &email.SendParams{Email: address}
	params.LoginMagicLinkURL = "https://example.com"
	_, err := c.MagicLinks.Email.Send(ctx, params) // want `created by hand`
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

// In a select.
func selected(ctx context.Context, c *stytchapi.API, address string) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		}
		return err
	}
}

// Variables of the branch, declared together.
func declarations(ctx context.Context, c *stytchapi.API, address string) error {
	const limit = 80
	var user *users.CreateResponse
	var again error
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, again = c.Users.Create(ctx, &users.CreateParams{Email: address})
		if again != nil {
			return again
		}
		log.Println("created", user.UserID)
	}
	if len(address) > limit {
		log.Print("a long address")
	}
	return err
}

// A variable of the branch comes first, and a comment behind it stays.
func firstVariable(ctx context.Context, c *stytchapi.API, address string) error {
	var user *users.CreateResponse
	// The address is no secret.
	log.Print(address)
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if unknown(err) {
		user, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		log.Println("created", user)
	}
	return err
}

// One fix at a time: the next run, or round, makes the other one.
func both(ctx context.Context, c *stytchapi.API, address, phone string) error {
	if phone == "" {
		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
		}
		return err
	}
	_, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone}) // want `created by hand`
	if e, ok := err.(stytcherror.Error); ok && e.ErrorType == "phone_number_not_found" {
		_, err = c.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone})
	}
	return err
}

// The branch stands where there is an error.
func inFailure(ctx context.Context, c *stytchapi.API, phone string) (string, error) {
	resp, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone}) // want `created by hand`
	if err != nil {
		log.Print(err)
		if e, ok := errors.AsType[stytcherror.Error](err); ok && e.ErrorType == "phone_number_not_found" {
			if _, err := c.Users.Create(ctx, &users.CreateParams{PhoneNumber: phone}); err != nil {
				return "", err
			}
			again, err := c.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: phone})
			return again.PhoneID, err
		}
		return "", err
	}
	return resp.PhoneID, nil
}

func inInit(ctx context.Context, c *stytchapi.API, address string) error {
	// want +1 `created by hand`
	if _, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}); err != nil {
		if unknown(err) {
			_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
			return err
		}
		return err
	}
	return nil
}

// The success is told first.
func afterSuccess(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	}
	if unknown(err) {
		_, err = c.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}
