// Package errors has functions that other packages get errors of the SDK from, or give
// some.
package errors

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type Service struct{ api *stytchapi.API }

func (s *Service) Authenticate(ctx context.Context, token string) (string, error) { // want Authenticate:"carries 1"
	resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return "", fmt.Errorf("authenticate: %w", err)
	}
	return resp.SessionToken, nil
}

func (s *Service) Checked(ctx context.Context, token string) error { // want Checked:"carries 0"
	if token == "" {
		return errors.New("no token")
	}
	_, err := s.Authenticate(ctx, token)
	return err
}

func Wrap(err error, action string) error { // want Wrap:"passes 0"
	return fmt.Errorf("%s: %w", action, err)
}

func Text(err error) string { return err.Error() } // want Text:"passes 0"

func Mentions(err error, words ...string) bool { // want Mentions:"compares 0 1"
	for _, w := range words {
		if strings.Contains(err.Error(), w) {
			return true
		}
	}
	return false
}

// What errors.As does not find any more is no error of the SDK for others.
func Hide(err error) error { return fmt.Errorf("hidden: %v", err) }

// The error of a function that is not in view may be anything.
func (s *Service) Load(ctx context.Context, load func() error) error {
	if err := load(); err != nil {
		return err
	}
	_, err := s.Authenticate(ctx, "")
	return err
}

func Named(name string) error { return fmt.Errorf("no %s", name) } // want Named:"passes 0"

func New() error { return errors.New("new") }

// An error with so many texts is none that others could judge.
func Many(err error, step int) error {
	switch step {
	case 0:
		return fmt.Errorf("step 0: %w", err)
	case 1:
		return fmt.Errorf("step 1: %w", err)
	case 2:
		return fmt.Errorf("step 2: %w", err)
	case 3:
		return fmt.Errorf("step 3: %w", err)
	case 4:
		return fmt.Errorf("step 4: %w", err)
	case 5:
		return fmt.Errorf("step 5: %w", err)
	case 6:
		return fmt.Errorf("step 6: %w", err)
	case 7:
		return fmt.Errorf("step 7: %w", err)
	case 8:
		return fmt.Errorf("step 8: %w", err)
	case 9:
		return fmt.Errorf("step 9: %w", err)
	case 10:
		return fmt.Errorf("step 10: %w", err)
	case 11:
		return fmt.Errorf("step 11: %w", err)
	case 12:
		return fmt.Errorf("step 12: %w", err)
	}
	return err
}
