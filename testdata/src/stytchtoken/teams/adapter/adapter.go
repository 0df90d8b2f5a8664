package adapter

import (
	"context"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchtoken/teams/port"
)

type Base struct{ API *stytchapi.API }

type Stytch struct {
	Base
	name string
}

func New(api *stytchapi.API) *Stytch { return &Stytch{Base: Base{api}} }

// Spend is of the embedded struct.
func (b *Base) Spend(ctx context.Context, token string) error { // want Spend:"events 1"
	_, err := b.API.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

func (s *Stytch) Login(ctx context.Context, token string) (*port.Session, error) { // want Login:"events 1"
	resp, err := s.API.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	if err != nil {
		return nil, fmt.Errorf("login: %w", err)
	}
	return &port.Session{Token: resp.SessionToken, UserID: resp.UserID}, nil
}

func (s *Stytch) LoginForm(ctx context.Context, f port.Form) (*port.Session, error) { // want LoginForm:"events 1"
	return s.Login(ctx, f.Token)
}

func (s *Stytch) LoginPtr(ctx context.Context, f *port.Form) (*port.Session, error) { // want LoginPtr:"events 1"
	return s.Login(ctx, f.Token)
}

func (s *Stytch) Discover(ctx context.Context, token string) (*port.Session, error) { // want Discover:"events 1"
	return nil, s.Spend(ctx, token)
}

var _ port.Auth = (*Stytch)(nil)
