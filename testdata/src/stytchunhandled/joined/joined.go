// Package joined answers several failures at once.
package joined

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type store struct{}

func (store) news(ctx context.Context) ([]string, error) { return nil, nil }
func (store) close() error                               { return nil }

type server struct {
	api   *stytchapi.API
	store store
}

var errAccount = errors.New("account")

func (s *server) auth(r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

func (s *server) link(r *http.Request) error {
	_, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	return err
}

// No fix: one branch is not right for both.

func (s *server) both(w http.ResponseWriter, r *http.Request) {
	authErr := s.auth(r)
	_, newsErr := s.store.news(r.Context())
	if err := errors.Join(authErr, newsErr); err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) twoCalls(w http.ResponseWriter, r *http.Request) {
	err1 := s.auth(r)
	err2 := s.link(r)
	if err := errors.Join(err1, err2); err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) either(w http.ResponseWriter, r *http.Request) {
	err1 := s.auth(r)
	err2 := s.link(r)
	if err1 != nil || err2 != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) byFormat(w http.ResponseWriter, r *http.Request) {
	authErr := s.auth(r)
	_, newsErr := s.store.news(r.Context())
	if authErr != nil || newsErr != nil {
		err := fmt.Errorf("account: %w, %w", authErr, newsErr)
		log.Println(err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) closing(w http.ResponseWriter, r *http.Request) {
	err := s.auth(r)
	if err != nil {
		err = errors.Join(err, s.store.close())
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) collected(w http.ResponseWriter, r *http.Request) {
	var errs []error
	if err := s.auth(r); err != nil {
		errs = append(errs, err)
	}
	if _, err := s.store.news(r.Context()); err != nil {
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) loadAll(r *http.Request) error {
	err := s.auth(r)
	return errors.Join(err, s.store.close())
}

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	if err := s.loadAll(r); err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func with(err, other error) error { return errors.Join(err, other) }

func (s *server) byHelper(w http.ResponseWriter, r *http.Request) {
	err := s.auth(r)
	if err != nil {
		err = with(err, s.store.close())
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// A fix: there is one failure.

func (s *server) sentinel(w http.ResponseWriter, r *http.Request) {
	err := s.auth(r)
	if err != nil {
		err = errors.Join(errAccount, err)
		log.Println(err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) onTheSpot(w http.ResponseWriter, r *http.Request) {
	if err := s.auth(r); err != nil {
		err = fmt.Errorf("%w: %w", errors.New("account"), err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) oneVariable(w http.ResponseWriter, r *http.Request) {
	var err error
	if r.FormValue("token") != "" {
		err = s.link(r)
	} else {
		err = s.auth(r)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `a spent or expired magic link`
		return
	}
	fmt.Fprintln(w, "ok")
}

// Right: the success of one call says nothing of the other.

func (s *server) answered(w http.ResponseWriter, r *http.Request, next http.Handler) {
	authErr := s.auth(r)
	_, newsErr := s.store.news(r.Context())
	if err := errors.Join(authErr, newsErr); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	next.ServeHTTP(w, r)
}
