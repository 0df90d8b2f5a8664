// want package:`answers with statuses of others`

// Package writers returns errors of one package, with which another answers.
package writers

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/writers/apperr"
	"stytchunhandled/writers/httpx"
	"stytchunhandled/writers/legacy"
	"stytchunhandled/writers/mapper"
)

type server struct{ api *stytchapi.API }

func (s *server) auth(r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

func (s *server) made(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return apperr.Internal(err) // want `an expired or revoked session .*\(500\); answer 401 for it`
	}
	return nil
}

func (s *server) literal(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &apperr.Error{Status: 502, Err: err} // want `an expired or revoked session .*\(502\); answer 401 for it`
	}
	return nil
}

type local func(w http.ResponseWriter, r *http.Request) error

func (h local) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var e *apperr.Local
	if err := h(w, r); errors.As(err, &e) {
		fail(w, e.Error(), e.Code)
	}
}

func fail(w http.ResponseWriter, text string, status int) { http.Error(w, text, status) }

func (s *server) local(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &apperr.Local{500, err} // want `an expired or revoked session`
	}
	return nil
}

// What is answered as the server's where the error is made is said once.

func (s *server) user(r *http.Request) (string, error) {
	if err := s.auth(r); err != nil {
		return "", apperr.Internal(err) // want `an expired or revoked session`
	}
	return r.FormValue("user"), nil
}

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	user, err := s.user(r)
	if err != nil {
		failed(w, err)
		return
	}
	w.Write([]byte(user))
}

func (s *server) returned(w http.ResponseWriter, r *http.Request) error {
	user, err := s.user(r)
	if err != nil {
		return err
	}
	w.Write([]byte(user))
	return nil
}

func (s *server) otherStatus(w http.ResponseWriter, r *http.Request) {
	user, err := s.user(r)
	if err != nil {
		http.Error(w, "no", 502) // want `an expired or revoked session .*\(502\)`
		return
	}
	w.Write([]byte(user))
}

func failed(w http.ResponseWriter, err error) {
	var e *apperr.Error
	if errors.As(err, &e) {
		http.Error(w, e.Error(), e.Status)
		return
	}
	http.Error(w, "no", 500)
}

// Right:

func (s *server) signIn(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &apperr.Error{Status: 401, Err: err}
	}
	return nil
}

// idle is answered by who knows what.
func (s *server) idle(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &apperr.Idle{500, err}
	}
	return nil
}

// mapped is answered as Stytch's error is.
func (s *server) mapped(r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &mapper.Error{500, err}
	}
	return nil
}

func (s *server) writes(w http.ResponseWriter, r *http.Request) {
	if err := s.mapped(r); err != nil {
		legacy.Fail(w, err)
	}
}

func routes(s *server) {
	http.Handle("/a", httpx.Handler(s.made))
	http.Handle("/b", httpx.Handler(s.literal))
	http.Handle("/c", local(s.local))
	http.Handle("/d", httpx.Handler(s.signIn))
	http.Handle("/e", httpx.Handler(s.idle))
	http.HandleFunc("/f", s.writes)
}
