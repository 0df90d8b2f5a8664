// Package results looks at failures by the methods of another package.
package results

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/results/result"
)

type server struct{ api *stytchapi.API }

func (s *server) auth(r *http.Request) result.Of[*sessions.AuthenticateResponse] {
	return result.New(s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}))
}

func (s *server) ok(w http.ResponseWriter, r *http.Request) {
	res := s.auth(r)
	if !res.OK() {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	_, err := result.New(s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})).Get()
	if err != nil {
		w.WriteHeader(http.StatusBadGateway) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) err(w http.ResponseWriter, r *http.Request) {
	res := s.auth(r)
	if res.Err() != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) status(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		e := result.Internal(err)
		http.Error(w, "failed", e.Status()) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) write(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		result.Write(w, result.Internal(err)) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// Right:

func (s *server) refused(w http.ResponseWriter, r *http.Request) {
	res := s.auth(r)
	if !res.OK() {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) missing(w http.ResponseWriter, r *http.Request) {
	res := s.auth(r)
	if res.OK() && res.Or(nil) == nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func (s *server) own(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		e := result.Refused(err)
		http.Error(w, "sign in", e.Status())
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) writeOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		result.Write(w, result.Refused(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) writeBy(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		result.WriteBy(w, result.Internal(err)) // want `an expired or revoked session`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) coded(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		var err error = fmt.Errorf("auth: %w", result.Internal(err))
		if c, ok := errors.AsType[result.Coded](err); ok {
			w.WriteHeader(c.Status()) // want `an expired or revoked session`
		}
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) writeByOwn(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		result.WriteBy(w, result.Refused(err))
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) writeByNothing(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r).Get(); err != nil {
		result.WriteBy(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
