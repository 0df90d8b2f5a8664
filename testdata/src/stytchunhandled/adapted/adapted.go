// Package adapted has handlers that return their failures to what another package has for
// that.
package adapted

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchunhandled/adapted/web"
)

type server struct{ api *stytchapi.API }

func (s *server) account(w http.ResponseWriter, r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

func (s *server) wrapping(w http.ResponseWriter, r *http.Request) error {
	if err := s.account(w, r); err != nil {
		return fmt.Errorf("account: %w", err)
	}
	return nil
}

// own is judged where the status is made.
func (s *server) own(w http.ResponseWriter, r *http.Request) error {
	if err := s.account(w, r); err != nil {
		return &web.Error{Status: http.StatusInternalServerError, Err: err} // want `an expired or revoked session`
	}
	return nil
}

// Right:

func (s *server) refusing(w http.ResponseWriter, r *http.Request) error {
	err := s.account(w, r)
	if _, ok := errors.AsType[stytcherror.Error](err); ok {
		return &web.Error{Status: http.StatusUnauthorized, Err: err}
	}
	return err
}

func (s *server) answering(w http.ResponseWriter, r *http.Request) error {
	if err := s.account(w, r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
	return nil
}

func parses(w http.ResponseWriter, r *http.Request) error { return r.ParseForm() }

func (s *server) routes(mux *http.ServeMux) {
	mux.Handle("/a", web.Handler(s.account)) // want `an expired or revoked session`
	mux.Handle("/b", web.Handler(s.refusing))
	mux.Handle("/c", web.Wrap(s.account))  // want `an expired or revoked session`
	mux.Handle("/d", web.Wrap(s.wrapping)) // want `an expired or revoked session`
	mux.Handle("/e", web.Wrap(s.refusing))
	mux.Handle("/f", web.Boxed(s.account)) // want `an expired or revoked session`
	mux.Handle("/g", web.Boxed(s.answering))
	mux.Handle("/h", web.Wrap(parses))
	mux.Handle("/i", web.Refuse(s.account))
	mux.Handle("/n", web.Asked(s.account))
	mux.HandleFunc("/o", func(w http.ResponseWriter, r *http.Request) {
		web.Once(w, func() error { return s.account(w, r) })
	})
	mux.Handle("/l", web.Handler(s.own))
	mux.Handle("/m", web.Wrap(s.own))
	web.Handle(mux, "/j", s.account)                                                   // want `an expired or revoked session`
	mux.HandleFunc("/k", web.Wrap(func(w http.ResponseWriter, r *http.Request) error { // want `an expired or revoked session`
		return s.account(w, r)
	}))
}
