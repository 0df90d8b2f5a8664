// Package authn asks Stytch who somebody is.
package authn

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A Service signs users in.
type Service struct{ API *stytchapi.API }

// ErrSignedOut says that nobody is signed in.
var ErrSignedOut = errors.New("signed out")

func (s *Service) User(ctx context.Context, token string) (*users.User, error) { // want User:`fails as consumer Sessions.Authenticate`
	res, err := s.API.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return nil, fmt.Errorf("session: %w", err)
	}
	return &res.User, nil
}

func (s *Service) Lost(ctx context.Context, token string) error { // want Lost:`fails as consumer Sessions.Authenticate`
	_, err := s.User(ctx, token)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrSignedOut, err)
	}
	return nil
}

func (s *Service) Link(ctx context.Context, token string) (*magiclinks.AuthenticateResponse, error) { // want Link:`fails as consumer MagicLinks.Authenticate`
	return s.API.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
}

// Decided tells who is signed out from what failed.
func (s *Service) Decided(ctx context.Context, token string) error {
	_, err := s.User(ctx, token)
	var refused stytcherror.Error
	if errors.As(err, &refused) {
		return ErrSignedOut
	}
	return err
}

func (s *Service) Session(ctx context.Context, p *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error) { // want Session:`fails as consumer Sessions.Authenticate`
	return s.API.Sessions.Authenticate(ctx, p)
}
