// Package layers is above others that ask Stytch and that answer.
package layers

import (
	"context"
	"net/http"

	"stytchunhandled/layers/authn"
	"stytchunhandled/layers/httpx"
)

type server struct{ auth *authn.Service }

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	user, err := s.auth.User(r.Context(), r.Header.Get("X-Session"))
	if err != nil {
		httpx.Log(err)
		http.Error(w, "server error", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte(user.UserID))
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth.User(r.Context(), r.Header.Get("X-Session")); err != nil {
		httpx.ServerError(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) status(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth.Link(r.Context(), r.FormValue("token"))
	if err != nil {
		err = httpx.Wrap(err, "link")
		httpx.Logf("link: %v", err)
		httpx.Error(w, http.StatusBadGateway, "link") // want `a spent or expired magic link .*\(502\)`
		return
	}
}

func (s *server) lost(w http.ResponseWriter, r *http.Request) {
	if err := s.auth.Lost(r.Context(), r.Header.Get("X-Session")); err != nil {
		httpx.ServerError(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) rpc(ctx context.Context, token string) (any, error) {
	user, err := s.auth.User(ctx, token)
	if err != nil {
		return nil, httpx.Internal(err) // want `\(Internal\)`
	}
	return user, nil
}

func (s *server) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.auth.User(r.Context(), r.Header.Get("X-Session")) // want `the error is only logged: .* calls the next handler`
		if err != nil {
			httpx.Log(err)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) noReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.auth.User(r.Context(), r.Header.Get("X-Session")) // want `the failure is answered, but the function does not return`
		if err != nil {
			httpx.Unauthorized(w)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) answered(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth.User(r.Context(), r.Header.Get("X-Session")); err != nil {
		httpx.Answer(w, err) // want `an expired or revoked session`
		return
	}
}

// Right:

func (s *server) decided(w http.ResponseWriter, r *http.Request) {
	if err := s.auth.Decided(r.Context(), r.Header.Get("X-Session")); err != nil {
		httpx.ServerError(w, err)
		return
	}
}

func (s *server) unauthorized(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth.User(r.Context(), r.Header.Get("X-Session")); err != nil {
		httpx.Unauthorized(w)
		return
	}
}

// What another package has brought is used.

func (s *server) used(w http.ResponseWriter, r *http.Request) {
	user, err := s.auth.User(r.Context(), r.Header.Get("X-Session")) // want `the error is only logged: .* uses the response`
	if err != nil {
		httpx.Log(err)
	}
	w.Write([]byte(user.UserID))
}

func (s *server) pay(ctx context.Context, token string, pay func(ctx context.Context, user string) error) error {
	user, _ := s.auth.User(ctx, token) // want `the error is never checked: .* uses the response`
	return pay(ctx, user.UserID)
}

// Right: there is nobody after a failure.

type key struct{}

func (s *server) optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, err := s.auth.User(r.Context(), r.Header.Get("X-Session"))
		if err != nil {
			httpx.Log(err)
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, user)))
	})
}

func (s *server) nobody(w http.ResponseWriter, r *http.Request) {
	user, err := s.auth.User(r.Context(), r.Header.Get("X-Session"))
	if err != nil {
		httpx.Log(err)
	}
	if user == nil {
		w.Write([]byte("guest"))
		return
	}
	w.Write([]byte(user.UserID))
}
