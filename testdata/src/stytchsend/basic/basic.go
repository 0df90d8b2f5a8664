// Package basic has the ways to tell that nobody has an address.
package basic

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const emailNotFound = "email_not_found"

type service struct {
	client *stytchapi.API
}

func (s *service) equal(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `an unknown email address is created by hand after "email_not_found"; MagicLinks.Email.LoginOrCreate sends the link and creates the user in one call`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		if _, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

func (s *service) nested(ctx context.Context, address string) error {
	if _, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}); err != nil { // want `created by hand`
		var e stytcherror.Error
		if errors.As(err, &e) {
			if string(e.ErrorType) == emailNotFound {
				_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address, CreateUserAsPending: true})
				return err
			}
		}
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func (s *service) cases(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	}
	e, ok := err.(stytcherror.Error)
	if !ok {
		return err
	}
	switch e.ErrorType {
	case "too_many_requests":
		return errors.New("later")
	case "invalid_email", "email_not_found":
		_, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address})
		return err
	default:
		return err
	}
}

func (s *service) typeSwitch(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	switch e := err.(type) {
	case nil:
		return nil
	case stytcherror.Error:
		if e.ErrorType == "email_not_found" {
			_, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address})
			return err
		}
	}
	return err
}

func (s *service) asType(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if e, ok := errors.AsType[stytcherror.Error](err); ok && e.ErrorType == "email_not_found" {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) guard(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err == nil {
		return nil
	}
	var e stytcherror.Error
	if !errors.As(err, &e) || e.ErrorType != "email_not_found" {
		return err
	}
	if _, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
		return fmt.Errorf("create: %w", err)
	}
	_, err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	return err
}

func (s *service) invite(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `an unknown email address is invited by hand after "email_not_found"; MagicLinks.Email.LoginOrCreate sends`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = s.client.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: address})
	}
	return err
}

func (s *service) twin(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `after "email_not_found" the same is asked of MagicLinks.Email.LoginOrCreate`
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = s.client.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: address})
	}
	return err
}

var unknownAddress = []string{"email_not_found", "phone_number_not_found"}

var unknownCodes = map[stytcherror.Type]bool{"email_not_found": true, "invalid_email": false}

var unknownSet = map[string]struct{}{"email_not_found": {}}

func (s *service) contains(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && slices.Contains(unknownAddress, string(e.ErrorType)) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) set(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && unknownCodes[e.ErrorType] {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) emptySet(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) {
		if _, ok := unknownSet[string(e.ErrorType)]; ok {
			_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}
	return err
}

func (s *service) fold(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	if errors.As(err, &e) && strings.EqualFold(string(e.ErrorType), "email_not_found") {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) text(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	if err != nil && strings.Contains(err.Error(), "email_not_found") {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) flag(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	create := false
	var e stytcherror.Error
	if errors.As(err, &e) {
		create = e.StatusCode == 404 && e.ErrorType == "email_not_found"
	}
	fmt.Println("sent", address)
	if create {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) later(ctx context.Context, address string) (id string, err error) {
	resp, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	sendErr := err
	if err = ctx.Err(); err != nil {
		fmt.Println("too late", err)
	}
	var e stytcherror.Error
	if errors.As(sendErr, &e) {
		code := e.ErrorType
		if code == "email_not_found" {
			user, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address})
			if err != nil {
				return "", err
			}
			return user.UserID, nil
		}
	}
	return resp.UserID, sendErr
}

func (s *service) loop(ctx context.Context, address string) (err error) {
	for attempt := 0; attempt < 2; attempt++ {
		_, err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
		if err == nil {
			break
		}
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "email_not_found" {
			if _, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
				return err
			}
			continue
		}
		return
	}
	return
}

func (s *service) all(ctx context.Context, addresses []string) {
	for _, address := range addresses {
		p := &email.SendParams{Email: address}
		p.LoginMagicLinkURL = "https://example.com"
		_, err := s.client.MagicLinks.Email.Send(ctx, p) // want `created by hand`
		e := new(stytcherror.Error)
		if errors.As(err, e) && e.ErrorType == "email_not_found" {
			go s.client.Users.Create(ctx, &users.CreateParams{Email: address})
		}
	}
}

// The target never matches, but it is meant to.
func (s *service) pointer(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e *stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) tagless(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}) // want `created by hand`
	var e stytcherror.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e) && e.ErrorType == "email_not_found":
		params := users.CreateParams{}
		params.Email = strings.ToLower(address)
		_, err = s.client.Users.Create(ctx, &params)
	}
	return err
}
