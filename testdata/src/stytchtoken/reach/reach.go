// Package reach holds tokens that go through calls of every kind.
package reach

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtoken/again"
)

type service struct{ api *stytchapi.API }

func (s *service) login(ctx context.Context, token string) error {
	_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

// Helpers of other packages that try again.

func (s *service) do(ctx context.Context, token string) error {
	return again.Do(ctx, 3, func(ctx context.Context) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
		return err
	})
}

func (s *service) named(ctx context.Context, token string) error {
	return again.Named(ctx, func(ctx context.Context) error { return s.login(ctx, token) }) // want `so a retry`
}

func (s *service) value(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) {
	return again.Value(func() (*oauth.AuthenticateResponse, error) {
		return s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `so a retry`
	})
}

func (s *service) through(ctx context.Context, token string) error {
	return again.Through(ctx, func(ctx context.Context) error {
		return s.login(ctx, token) // want `so a retry`
	})
}

func (s *service) policy(ctx context.Context, token string) error {
	p := again.Policy{Tries: 5}
	return p.Run(func() error { return s.login(ctx, token) }) // want `so a retry`
}

func (s *service) keepsAnswers(ctx context.Context, token string) (err error) {
	again.Do(ctx, 3, func(ctx context.Context) error {
		_, err = s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		var e stytcherror.Error
		if errors.As(err, &e) {
			return nil
		}
		return err
	})
	return err
}

func (s *service) others(ctx context.Context, token string) {
	again.If(func() error { return s.login(ctx, token) }) // want `so a retry`
	again.Once(func() error { return s.login(ctx, "a"+token) })
	again.Each(func() error { return s.login(ctx, "b"+token) }, func() error { return s.login(ctx, "c"+token) })
}

// Functions that call themselves, or each other.

func (s *service) recursive(ctx context.Context, token string, n int) error {
	err := s.login(ctx, token)
	if err != nil && n > 0 {
		return s.recursive(ctx, token, n-1) // want `so a retry`
	}
	return err
}

func (s *service) next(ctx context.Context, tokens []string) error {
	if len(tokens) == 0 {
		return nil
	}
	if err := s.login(ctx, tokens[0]); err != nil {
		return err
	}
	return s.next(ctx, tokens[1:])
}

func (s *service) careful(ctx context.Context, token string, n int) error {
	err := s.login(ctx, token)
	var e stytcherror.Error
	if err != nil && !errors.As(err, &e) && n > 0 {
		return s.careful(ctx, token, n-1)
	}
	return err
}

func (s *service) ping(ctx context.Context, token string, n int) error {
	if n == 0 {
		return nil
	}
	if err := s.login(ctx, token); err != nil {
		return s.pong(ctx, token, n) // want `so a retry`
	}
	return nil
}

func (s *service) pong(ctx context.Context, token string, n int) error {
	log.Print("once more")
	return s.ping(ctx, token, n-1)
}

func (s *service) afterRecursion(ctx context.Context, token string) error {
	if err := s.recursive(ctx, token, 3); err != nil {
		return err
	}
	return s.login(ctx, token) // want `already authenticated`
}

// Parameters by value.

type request struct {
	Token string
	Inner struct{ Token string }
}

func (s *service) byValue(ctx context.Context, p oauth.AuthenticateParams) error {
	_, err := s.api.OAuth.Authenticate(ctx, &p)
	return err
}

func (s *service) byInner(ctx context.Context, r request) error {
	return s.login(ctx, r.Inner.Token)
}

func (s *service) values(ctx context.Context, token string) {
	p := oauth.AuthenticateParams{Token: token}
	if s.byValue(ctx, p) != nil {
		return
	}
	p.SessionDurationMinutes = 60
	s.byValue(ctx, p) // want `already authenticated`
	p.Token = "x" + token
	s.byValue(ctx, p)
}

func (s *service) innerValues(ctx context.Context, r request) {
	if s.byInner(ctx, r) != nil {
		return
	}
	s.login(ctx, r.Inner.Token) // want `already authenticated`
	s.login(ctx, r.Token)
}

// Literals that are called at once.

func (s *service) atOnce(ctx context.Context, token string) error {
	if err := func() error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		return err
	}(); err != nil {
		return err
	}
	return func(t string) error {
		_, err := s.api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: t}) // want `already authenticated`
		return err
	}(token)
}

func (s *service) eitherAtOnce(ctx context.Context, token string, fast bool) error {
	err := func() error {
		if fast {
			return s.login(ctx, token)
		}
		return nil
	}()
	if fast {
		return err
	}
	return s.login(ctx, token)
}

// What is deferred runs at the end.

func (s *service) deferred(ctx context.Context, token string) (err error) {
	defer func() {
		if err != nil {
			s.login(ctx, token) // want `so a retry`
		}
	}()
	return s.login(ctx, token)
}

func (s *service) deferredOther(ctx context.Context, token string) (err error) {
	defer func() {
		if err != nil {
			s.login(ctx, "x"+token)
		}
	}()
	return s.login(ctx, token)
}

// An interface of the package that one type implements.

type signer interface {
	signIn(ctx context.Context, token string) error
}

func (s *service) signIn(ctx context.Context, token string) error { return s.login(ctx, token) }

func byInterface(w http.ResponseWriter, r *http.Request, s signer) {
	if err := s.signIn(r.Context(), r.FormValue("token")); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	s.signIn(r.Context(), r.FormValue("token")) // want `already authenticated`
}

// One that two types implement may be either.

type opener interface {
	open(ctx context.Context, token string) error
}

func (s *service) open(ctx context.Context, token string) error { return s.login(ctx, token) }

type nothing struct{}

func (nothing) open(context.Context, string) error { return nil }

func byEither(ctx context.Context, o opener, token string) {
	o.open(ctx, token)
	o.open(ctx, token)
}
