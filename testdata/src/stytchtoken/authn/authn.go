// Package authn spends tokens for others.
package authn

import (
	"context"
	"errors"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var Client, Spare *stytchapi.API

var ErrMissing = errors.New("no token")

type User struct{ ID string }

func Login(ctx context.Context, token string) (*User, error) { // want Login:"events 1, retries 0"
	if token == "" {
		return nil, ErrMissing
	}
	resp, err := Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return nil, err
	}
	return &User{ID: resp.UserID}, nil
}

func Direct(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) { // want Direct:"events 1, retries 0"
	return Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func Trimmed(ctx context.Context, token string) error { // want Trimmed:"events 1, retries 0"
	_, err := Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: strings.TrimSpace(token)})
	return err
}

// Only some tokens are spent.
func Prefixed(ctx context.Context, kind, token string, force bool) error { // want Prefixed:"events 1, retries 0"
	if kind != "oauth" && !force {
		return nil
	}
	_, err := Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

// Both are.
func Pair(ctx context.Context, a, b string) { // want Pair:"events 2, retries 0"
	Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: a})
	Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: b})
}

// Again runs f until it succeeds.
func Again(f func() error) (err error) { // want Again:"events 0, retries 1"
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// Nothing is told of the others.

func length(ctx context.Context, token string) (int, error) {
	_, err := Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return len(token), err
}

type hidden struct{}

func (hidden) Login(ctx context.Context, token string) error { // want Login:"events 1, retries 0"
	_, err := length(ctx, token)
	return err
}

type Service struct{ API *stytchapi.API }

func (s *Service) Login(ctx context.Context, token string) bool { // want Login:"events 1, retries 0"
	_, err := s.API.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err == nil
}

var _ = hidden.Login

// Says returns what an error says of itself, nothing for nil.
func Says(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
