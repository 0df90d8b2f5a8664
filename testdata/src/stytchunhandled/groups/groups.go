// Package groups waits for several functions that run at once.
package groups

import (
	"context"
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"golang.org/x/sync/errgroup"
)

type server struct {
	api  *stytchapi.API
	load func(ctx context.Context) error
}

func (s *server) auth(ctx context.Context, token string) error {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	return err
}

func (s *server) one(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error { return s.load(ctx) })
	g.Go(func() error { return s.auth(ctx, r.Header.Get("X-Session")) })
	if err := g.Wait(); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) all(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	for _, token := range r.Header.Values("X-Session") {
		g.Go(func() error { return s.auth(r.Context(), token) })
	}
	err := g.Wait()
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) two(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error { return s.auth(r.Context(), r.Header.Get("X-Session")) })
	g.Go(func() error {
		_, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: r.FormValue("method"), Code: r.FormValue("code")})
		return err
	})
	if err := g.Wait(); err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `a wrong or expired passcode|an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Right:

func (s *server) looked(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error { return s.auth(r.Context(), r.Header.Get("X-Session")) })
	switch err := g.Wait(); {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case isAnswer(err):
		w.WriteHeader(http.StatusUnauthorized)
	default:
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func isAnswer(err error) bool {
	_, ok := errors.AsType[stytcherror.Error](err)
	return ok
}

func (s *server) within(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	g.Go(func() error {
		if err := s.auth(r.Context(), r.Header.Get("X-Session")); err != nil {
			return errRefused
		}
		return nil
	})
	switch err := g.Wait(); {
	case errors.Is(err, errRefused):
		w.WriteHeader(http.StatusUnauthorized)
	case err != nil:
		w.WriteHeader(http.StatusInternalServerError)
	}
}

var errRefused = errors.New("refused")

func (s *server) later(w http.ResponseWriter, r *http.Request) {
	var g, loads errgroup.Group
	g.Go(func() error { return s.auth(r.Context(), r.Header.Get("X-Session")) })
	loads.Go(func() error { return s.load(r.Context()) })
	if err := loads.Wait(); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if err := g.Wait(); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}
