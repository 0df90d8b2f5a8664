// Package accounts sends and creates for others.
package accounts

import (
	"context"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"

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
