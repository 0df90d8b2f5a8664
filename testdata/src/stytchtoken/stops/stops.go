// Package stops holds tokens that are spent in what a helper calls again, unless it fails
// with an error that no answer of the API is.
package stops

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchtoken/again"
	helpers "stytchtoken/teams/again"
)

type service struct{ api *stytchapi.API }

func (s *service) canceled(ctx context.Context, token string) (err error) {
	for range 3 {
		_, err = s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `so a retry`
		if err == nil || errors.Is(err, context.Canceled) {
			return err
		}
		time.Sleep(time.Second)
	}
	return err
}

func (s *service) timeout(ctx context.Context, token string) (err error) {
	for range 3 {
		_, err = s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		if err == nil {
			return nil
		}
		if ne, ok := errors.AsType[net.Error](err); !ok || !ne.Timeout() {
			return err
		}
	}
	return err
}

type permanent struct{ error }

func do(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
		var p permanent
		if errors.As(err, &p) {
			return p.error
		}
	}
	return err
}

func (s *service) never(ctx context.Context, token string) error {
	return do(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) answers(ctx context.Context, token string) error {
	return do(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return permanent{err}
		}
		return err
	})
}

// The same with helpers of other packages.
func (s *service) neverPermanent(ctx context.Context, token string) error {
	return helpers.UntilPermanent(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `so a retry`
		if err != nil {
			return fmt.Errorf("link: %w", err)
		}
		return nil
	})
}

func (s *service) permanentAnswer(ctx context.Context, token string) error {
	return helpers.UntilPermanent(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return &helpers.Permanent{Err: err}
		}
		return err
	})
}

func (s *service) permanentFailure(ctx context.Context, token string) error {
	return helpers.UntilPermanent(3, func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		return final(err)
	})
}

func final(err error) error {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return &helpers.Permanent{Err: err}
	}
	return err
}

// Whoever knows that it was an answer may have seen to it.
func (s *service) stopsByContext(ctx context.Context, token string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return again.If(func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			cancel()
		}
		return err
	})
}

func (s *service) makesAnother(ctx context.Context, token string) error {
	return again.If(func() error {
		_, err := s.api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
		if err != nil {
			return sql.ErrNoRows
		}
		return nil
	})
}
