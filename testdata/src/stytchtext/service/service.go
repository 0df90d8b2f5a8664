// Package service hides the SDK from its callers.
package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type Service struct{ api *stytchapi.API }

func (s *Service) Authenticate(ctx context.Context, token string) (string, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return "", fmt.Errorf("authenticate: %w", err)
	}
	return resp.SessionToken, nil
}

func (s *Service) Checked(ctx context.Context, token string) error {
	if token == "" {
		return ErrNoMember
	}
	_, err := s.Authenticate(ctx, token)
	return err
}

var ErrNoMember = errors.New("member_not_found")

func (s *Service) Load(ctx context.Context, load func() error) error {
	if err := load(); err != nil {
		return err
	}
	_, err := s.Authenticate(ctx, "")
	return err
}

func (s *Service) hidden(ctx context.Context) error {
	_, err := s.Authenticate(ctx, "")
	return err
}

func Revoke(ctx context.Context, api *stytchapi.API) error {
	_, err := api.Sessions.Revoke(ctx, &sessions.RevokeParams{})
	return err
}

func Named(ctx context.Context, name string) error {
	return fmt.Errorf("no %s", name)
}
