// Package operations asks everything that users make fail.
package operations

import (
	"context"
	"log"
	nethttp "net/http"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	b2bsessions "github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sso"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/m2m"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Sessions is what the program needs, for its tests.
type Sessions interface {
	Authenticate(ctx context.Context, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error)
}

type server struct {
	sessions Sessions
	api      *stytchapi.API
	b2b      *b2bstytchapi.API
}

func (s *server) ofInterface(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

func (s *server) sso(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.b2b.SSO.Authenticate(r.Context(), &sso.AuthenticateParams{SSOToken: r.FormValue("token")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `a spent or unknown SSO token \("sso_token_not_found"\)`
		return
	}
}

func (s *server) jwt(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.api.Sessions.AuthenticateJWTLocal(r.FormValue("jwt"), time.Minute); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^an expired JWT is answered`
		return
	}
}

func (s *server) claims(w nethttp.ResponseWriter, r *nethttp.Request) {
	var claims map[string]any
	if _, err := s.api.Sessions.AuthenticateWithClaims(r.Context(), &sessions.AuthenticateParams{}, &claims); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
}

func (s *server) machine(w nethttp.ResponseWriter, r *nethttp.Request) {
	_, err := s.api.M2M.AuthenticateToken(r.Context(), &m2m.AuthenticateTokenParams{AccessToken: r.FormValue("token")})
	if err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^an expired access token is answered`
		return
	}
}

func (s *server) member(w nethttp.ResponseWriter, r *nethttp.Request) {
	_, err := s.b2b.Sessions.Authenticate(r.Context(), &b2bsessions.AuthenticateParams{SessionToken: r.FormValue("token")}) // want `the error is only logged: .* answers`
	if err != nil {
		log.Println(err)
	}
	w.WriteHeader(nethttp.StatusOK)
}

// nilOfClaims tests the response of a call that returns none beside an error.
func (s *server) nilOfClaims(w nethttp.ResponseWriter, r *nethttp.Request) {
	res, err := s.api.Sessions.AuthenticateWithClaims(r.Context(), &sessions.AuthenticateParams{}, nil)
	if err != nil {
		log.Println(err)
	}
	if res == nil {
		w.WriteHeader(nethttp.StatusUnauthorized)
		return
	}
	w.Write([]byte(res.User.UserID))
}
