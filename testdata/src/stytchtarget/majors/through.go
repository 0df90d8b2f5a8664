package majors

import (
	"context"
	"errors"
	"fmt"

	v17 "github.com/stytchauth/stytch-go/v17/stytch/stytcherror"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	v18 "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtarget/majorof"
)

var errNoToken = errors.New("no token")

type service struct{ api *stytchapi.API }

func (s *service) session(ctx context.Context, token string) (string, error) {
	if token == "" {
		return "", errors.New("no token")
	}
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})
	if err != nil {
		return "", fmt.Errorf("session %s: %w", token, err)
	}
	return token, nil
}

func (s *service) user(ctx context.Context, token string) (string, error) {
	check := func() error { return s.unknown() } // its own returns count for nothing here
	if check == nil {
		return s.user(ctx, token)
	}
	return s.session(ctx, token)
}

func (s *service) unknown() error { return context.Canceled }

func (s *service) named(ctx context.Context) (err error) {
	_, err = s.session(ctx, "")
	return
}

func (s *service) sentinel(ctx context.Context) error {
	_, err := s.session(ctx, "")
	if err != nil {
		return errNoToken
	}
	return err
}

func through(ctx context.Context, s *service) bool {
	_, err := s.session(ctx, "")
	var e v17.Error
	return errors.As(err, &e) // want `errors.As never finds a stytcherror.Error of stytch-go v17 here: the error comes from stytch-go v18`
}

func throughTwo(ctx context.Context, s *service) bool {
	_, err := s.user(ctx, "")
	if err != nil {
		err = fmt.Errorf("user: %w", err)
	}
	var e v17.Error
	return errors.As(err, &e) // want `the error comes from stytch-go v18`
}

// The right version, or one that is not in view.
func right(ctx context.Context, s *service) bool {
	_, err := s.session(ctx, "")
	var e v18.Error
	return errors.As(err, &e)
}

func notKnown(ctx context.Context, s *service, f func() error) bool {
	var e v17.Error
	other := s.unknown()
	third := f()
	return errors.As(other, &e) || errors.As(third, &e)
}

func throughNamed(ctx context.Context, s *service) bool {
	err := s.named(ctx)
	var e v17.Error
	return errors.As(err, &e) // want `the error comes from stytch-go v18`
}

// Of another package.
func imported(ctx context.Context, api *stytchapi.API) bool {
	err := majorof.Session(ctx, api)
	_, ok := errors.AsType[v17.Error](err) // want `the error comes from stytch-go v18`
	return ok
}

// What callers pass is their matter, even if all of them are in view.
func isOld(err error) bool {
	_, ok := errors.AsType[v17.Error](err)
	return ok
}

func migrated(ctx context.Context, s *service) bool {
	_, err := s.session(ctx, "")
	return isOld(err) || isNew(err)
}

// One of several, of which it is not known where they come from.
func collected(ctx context.Context, s *service, errs []error, ch chan error) bool {
	_, err := s.session(ctx, "")
	errs = append(errs, err)
	go func() { ch <- err }()
	var e v17.Error
	return errors.As(errs[0], &e) || errors.As(<-ch, &e) || errors.As(errors.Join(errs...), &e)
}

// A sentinel of the program is of no version.
func ofSentinel(ctx context.Context, s *service) bool {
	err := s.sentinel(ctx)
	var e v17.Error
	return errors.As(err, &e) // want `the error comes from stytch-go v18`
}
