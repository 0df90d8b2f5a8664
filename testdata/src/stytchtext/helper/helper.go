package helper

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type service struct {
	api *stytchapi.API
	db  *sql.DB
}

func (s *service) user(ctx context.Context) error {
	if _, err := s.api.Users.Get(ctx, &users.GetParams{}); err != nil {
		return explain(err)
	}
	_, err := s.api.Sessions.Get(ctx, &sessions.GetParams{})
	return explain(err)
}

// All callers pass errors of the SDK.
func explain(err error) error {
	if err == nil {
		return nil
	}
	msg := err.Error()
	if strings.Contains(msg, "401") || strings.Contains(msg, "unauthorized") { // want `searched for "401"; compare StatusCode`
		return errors.New("not signed in")
	}
	if strings.Contains(msg, "user_not_found") { // want `the text of an SDK error is searched for "user_not_found"`
		return errors.New("no such user")
	}
	return err
}

func (s *service) authenticate(ctx context.Context) (*sessions.AuthenticateResponse, error) {
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		return nil, fmt.Errorf("stytch: %w", err)
	}
	return resp, nil
}

func (s *service) direct(ctx context.Context) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
}

func (s *service) bare(ctx context.Context) (resp *sessions.AuthenticateResponse, err error) {
	resp, err = s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		return
	}
	return resp, nil
}

func (s *service) checked(ctx context.Context, token string) error {
	if token == "" {
		return errors.New("no token, 404")
	}
	_, err := s.authenticate(ctx)
	return err
}

func (s *service) both(ctx context.Context) error {
	if err := s.db.Ping(); err != nil {
		return err
	}
	_, err := s.authenticate(ctx)
	return err
}

func (s *service) use(ctx context.Context) {
	_, err := s.authenticate(ctx)
	_ = strings.Contains(err.Error(), "404") // want `searched for "404"`
	_, err = s.direct(ctx)
	_ = strings.Contains(err.Error(), "404") // want `searched for "404"`
	_, err = s.bare(ctx)
	_ = strings.Contains(err.Error(), "404") // want `searched for "404"`
	err = s.checked(ctx, "")
	_ = strings.Contains(err.Error(), "404")
	_ = strings.Contains(err.Error(), "401")
	_ = strings.Contains(err.Error(), "session_not_found") // want `may come from the SDK`
	err = s.both(ctx)
	_ = strings.Contains(err.Error(), "404")
	_ = strings.Contains(err.Error(), "session_not_found") // want `may come from the SDK`
	err = s.db.Ping()
	_ = strings.Contains(err.Error(), "session_not_found")
}

func (s *service) texts(ctx context.Context) bool {
	_, err := s.direct(ctx)
	return mentions(err.Error()) || anyText(err.Error()) || anyText("404")
}

func mentions(msg string) bool {
	return strings.Contains(msg, "too_many_requests") // want `searched for "too_many_requests"`
}

// It is given other texts as well.
func anyText(msg string) bool { return strings.Contains(msg, "404") }

// Calls of itself.
func retry(ctx context.Context, s *service, n int) error {
	_, err := s.direct(ctx)
	if err != nil && n > 0 && strings.Contains(err.Error(), "too_many_requests") { // want `searched for "too_many_requests"`
		return retry(ctx, s, n-1)
	}
	return err
}
