// Package silent has what is right.
package silent

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	otp "github.com/stytchauth/stytch-go/v18/stytch/consumer/otp/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const admin = "admin@example.com"

var errNoAccount = errors.New("no such account")

type store interface{ CreateUser(address string) error }

type service struct {
	client *stytchapi.API
	store  store
	admin  string
}

func unknown(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "email_not_found"
}

func (s *service) rejects(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		log.Printf("nobody has %s", address)
		return errNoAccount
	}
	return err
}

func (s *service) ownDatabase(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		return s.store.CreateUser(address)
	}
	return err
}

func (s *service) statusAlone(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode == 404 {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) otherCode(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "user_not_found" {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) someoneElse(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: admin})
	}
	return err
}

func (s *service) someoneElseToo(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		_, err = s.client.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: s.admin})
	}
	return err
}

func (s *service) addsFactor(ctx context.Context, address, user string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address, UserID: user})
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) addsFactorLater(ctx context.Context, address, token string) error {
	p := &email.SendParams{Email: address}
	p.SessionToken = token
	_, err := s.client.MagicLinks.Email.Send(ctx, p)
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) name(ctx context.Context, address, first string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address, Name: &users.Name{FirstName: first}})
	}
	return err
}

func (s *service) phoneToo(ctx context.Context, address, phone string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address, PhoneNumber: phone})
	}
	return err
}

func (s *service) otherChannel(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		_, err = s.client.OTPs.Email.LoginOrCreate(ctx, &otp.LoginOrCreateParams{Email: address})
	}
	return err
}

func (s *service) createFirst(ctx context.Context, address string) error {
	_, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "duplicate_email" {
		_, err = s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// The user is created whatever came of it.
func (s *service) anyway(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if unknown(err) {
		log.Print("unknown")
	}
	_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	return err
}

func (s *service) otherError(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err != nil {
		return err
	}
	_, err = s.client.Users.Get(ctx, &users.GetParams{UserID: address})
	if unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) known(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if !unknown(err) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) rejectedBefore(ctx context.Context, address string) error {
	_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.ErrorType == "email_not_found" {
		return errNoAccount
	}
	switch e.ErrorType {
	case "email_not_found", "user_not_found":
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return err
}

func (s *service) other(ctx context.Context, address string) error {
	err := s.rejects(ctx, address)
	if errors.Is(err, context.Canceled) {
		_, err = s.client.Users.Create(ctx, &users.CreateParams{Email: address})
	}
	return fmt.Errorf("x: %w", err)
}

func (s *service) next(ctx context.Context, addresses []string) error {
	for _, address := range addresses {
		_, err := s.client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
		if unknown(err) {
			continue
		}
		if _, err := s.client.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
	}
	return nil
}
