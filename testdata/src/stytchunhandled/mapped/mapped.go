// Package mapped has errors that carry a status, which is not always what is answered.
package mapped

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchunhandled/mapped/web"
)

type server struct{ api *stytchapi.API }

func (s *server) auth(r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

// wrapped keeps the failure, and flat does not.
type wrapped struct {
	status int
	err    error
}

func (e *wrapped) Error() string { return e.err.Error() }

func (e *wrapped) Unwrap() error { return e.err }

type flat struct {
	status int
	text   string
}

func (e *flat) Error() string { return e.text }

// both is answered with in two places, and in one of them before anything else is asked.
type both struct {
	code int
	err  error
}

func (e *both) Error() string { return e.err.Error() }

func (e *both) Unwrap() error { return e.err }

func answer(w http.ResponseWriter, err error) {
	var own *both
	var stytch stytcherror.Error
	if errors.As(err, &own) {
		http.Error(w, own.Error(), own.code)
		return
	} else if errors.As(err, &stytch) {
		w.WriteHeader(int(stytch.StatusCode))
	}
	if signIn(w, err) {
		return
	}
	var e *wrapped
	if errors.As(err, &e) {
		http.Error(w, e.Error(), e.status)
	}
	var f *flat
	if errors.As(err, &f) {
		http.Error(w, f.text, f.status)
	}
}

func signIn(w http.ResponseWriter, err error) bool {
	stytch, ok := errors.AsType[stytcherror.Error](err)
	if ok {
		http.Error(w, "sign in", int(stytch.StatusCode))
	}
	return ok
}

func answerOther(w http.ResponseWriter, err error) {
	_, ok := err.(stytcherror.Error)
	var own *both
	if !ok && errors.As(err, &own) {
		w.WriteHeader(own.code)
	}
}

func (s *server) lost(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &flat{status: 500, text: err.Error()} // want `an expired or revoked session`
	}
	return nil
}

func (s *server) other(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &both{code: 500, err: err} // want `an expired or revoked session`
	}
	return nil
}

func (s *server) lostElsewhere(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &web.Error{Status: 500, Err: errors.New("session")} // want `an expired or revoked session`
	}
	return nil
}

// Right: Stytch's error is found first.

func (s *server) kept(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &wrapped{status: 500, err: err}
	}
	return nil
}

func (s *server) keptElsewhere(w http.ResponseWriter, r *http.Request) error {
	if err := s.auth(r); err != nil {
		return &web.Error{Status: http.StatusInternalServerError, Err: err}
	}
	return nil
}
