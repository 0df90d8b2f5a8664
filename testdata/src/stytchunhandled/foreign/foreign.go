// Package foreign has answers to failures that were asked for errors which no answer of the
// API is.
package foreign

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"net/http"
	"net/url"
	"os"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchunhandled/foreign/answer"
)

type server struct{ api *stytchapi.API }

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

func (s *server) is(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	switch {
	case err == nil:
		w.Write([]byte("ok"))
	case errors.Is(err, context.DeadlineExceeded):
		w.WriteHeader(http.StatusGatewayTimeout)
	default:
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session \("session_not_found"\) is answered here as a failure of the server \(500\); answer 401 for it`
	}
}

var errGone = errors.New("gone")

func (s *server) sentinel(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err != nil && err == errGone {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

func (s *server) rows(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

func (s *server) network(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	var ne net.Error
	if errors.As(err, &ne) && ne.Timeout() {
		w.WriteHeader(http.StatusGatewayTimeout)
		return
	}
	if err != nil {
		http.Error(w, "failed", http.StatusBadGateway) // want `an expired or revoked session`
		return
	}
}

func (s *server) canceled(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		answer.Canceled(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) path(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		answer.Path(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	switch {
	case err == nil:
		w.Write([]byte("ok"))
	case os.IsNotExist(err):
		w.WriteHeader(http.StatusNotFound)
	case os.IsTimeout(err):
		w.WriteHeader(http.StatusGatewayTimeout)
	default:
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

func (s *server) duplicate(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		answer.Duplicate(w, err) // want `an expired or revoked session`
		return
	}
}

// Right: what is answered with a 5xx is no answer of the API.

func (s *server) onlyNetwork(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	var ue *url.Error
	switch {
	case err == nil:
		w.Write([]byte("ok"))
	case errors.As(err, &ue), errors.Is(err, context.Canceled):
		w.WriteHeader(http.StatusBadGateway)
	default:
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) onlyTimeout(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	switch {
	case err == nil:
		w.Write([]byte("ok"))
	case os.IsTimeout(err):
		w.WriteHeader(http.StatusGatewayTimeout)
	default:
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) verified(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err == nil {
		return
	}
	if errors.Is(err, stytcherror.ErrJWKSNotInitialized) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
}

func (s *server) failed(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		answer.Failed(w, err)
		return
	}
}

// text asks for a text that no answer has: it holds the id of the request.
func (s *server) text(w http.ResponseWriter, r *http.Request) {
	if err := s.update(r); err != nil {
		if err.Error() == "another user" {
			http.Error(w, "not yours", http.StatusForbidden)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError) // want `an expired or revoked session`
	}
}

func (s *server) update(r *http.Request) error {
	res, err := s.auth(r)
	if err != nil {
		return errors.New("session: " + err.Error())
	}
	if res.User.UserID != r.FormValue("user") {
		return errors.New("another user")
	}
	return nil
}

func (s *server) textByText(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if errors.New(friendly(err)).Error() == "sign in" {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func friendly(err error) string {
	if len(err.Error()) > 100 {
		return "sign in"
	}
	return "failed"
}

// textOfOwn asks for the text that the failure is given.
func (s *server) textOfOwn(w http.ResponseWriter, r *http.Request) {
	if err := s.signedIn(r); err != nil {
		if err.Error() == "signed out" {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func (s *server) signedIn(r *http.Request) error {
	if r.ParseForm() != nil {
		return errors.New("bad form")
	}
	if _, err := s.auth(r); err != nil {
		return errors.New("signed out")
	}
	return nil
}
