// Package accounts sends and creates for others.
package accounts

import (
	"context"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchsend/layers/authx"
)

type Service struct{ Client *stytchapi.API }

type Account struct{ Address string }

func (s *Service) Send(ctx context.Context, address string) error { // want Send:`sends consumer MagicLinks.Email.Send`
	if _, err := s.Client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address}); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func (s *Service) Login(ctx context.Context, a Account) error { // want Login:`sends consumer MagicLinks.Email.Send`
	return authx.Translate(s.Send(ctx, a.Address))
}

func (s *Service) Create(ctx context.Context, a *Account) error { // want Create:`creates by Users.Create`
	_, err := s.Client.Users.Create(ctx, &users.CreateParams{Email: a.Address})
	return err
}

func (s *Service) CreateIfUnknown(ctx context.Context, address string, err error) error { // want CreateIfUnknown:`creates by Users.Create, tells email_not_found`
	if authx.IsUnknown(err) {
		return s.Create(ctx, &Account{Address: address})
	}
	return err
}

func (s *Service) Resend(_ context.Context, address string) error { // want Resend:`sends consumer MagicLinks.Email.Send`
	return s.Send(context.Background(), address)
}

func (s *Service) Fails(ctx context.Context, address string, code stytcherror.Type) bool { // want Fails:`sends consumer MagicLinks.Email.Send`
	_, err := s.Client.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	e, ok := authx.As(err)
	return ok && code == e.ErrorType
}

func (s *Service) FailsFor(ctx context.Context, address string, reason stytcherror.Type, code func() stytcherror.Type) bool { // want FailsFor:`sends consumer MagicLinks.Email.Send`
	if reason == "" {
		return false
	}
	return s.Fails(ctx, address, code())
}

func (s *Service) New(ctx context.Context, p *users.CreateParams) error { // want New:`creates by Users.Create`
	_, err := s.Client.Users.Create(ctx, p)
	return err
}
