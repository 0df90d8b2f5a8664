// Package recovers panics, and answers for it in one place.
package recovers

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct{ api *stytchapi.API }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		panic(err)
	}
	w.WriteHeader(http.StatusNoContent)
}

func answering(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if e, ok := recover().(stytcherror.Error); ok {
				http.Error(w, "sign in", int(e.StatusCode))
			}
		}()
		h.ServeHTTP(w, r)
	})
}
