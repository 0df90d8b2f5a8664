// Package retried tries again, and does not ask how it ended.
package retried

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	api  *stytchapi.API
	next http.Handler
}

func params(r *http.Request) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}
}

func (s *server) counted(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 3; i++ {
		_, err := s.api.Sessions.Authenticate(r.Context(), params(r)) // want `the error is only logged: .* calls the next handler`
		if err == nil {
			break
		}
		log.Println(err)
		time.Sleep(time.Second)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ranged(w http.ResponseWriter, r *http.Request) {
	var err error
	for i := range 3 {
		if _, err = s.api.Sessions.Authenticate(r.Context(), params(r)); err == nil { // want `calls the next handler`
			break
		}
		log.Printf("attempt %d: %v", i, err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) used(w http.ResponseWriter, r *http.Request) {
	var res *sessions.AuthenticateResponse
	var err error
	for i := 0; i < 3; i++ {
		res, err = s.api.Sessions.Authenticate(r.Context(), params(r)) // want `uses the response`
		if err == nil {
			break
		}
		time.Sleep(time.Second)
	}
	w.Write([]byte(res.User.UserID))
}

func (s *server) check(ctx context.Context, token string) error {
	for i := 0; i < 3; i++ {
		_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}) // want `the error is only logged: .* returns`
		if err == nil {
			break
		}
		log.Println(err)
	}
	return nil
}

// A flag begins as it should end, and is never set.

func (s *server) flagged(w http.ResponseWriter, r *http.Request) {
	ok := true
	if _, err := s.api.Sessions.Authenticate(r.Context(), params(r)); err != nil { // want `the error is only logged: .* calls the next handler`
		log.Println(err)
	}
	if ok {
		s.next.ServeHTTP(w, r)
	}
}

// Right:

func (s *server) asked(w http.ResponseWriter, r *http.Request) {
	var err error
	for i := 0; i < 3; i++ {
		if _, err = s.api.Sessions.Authenticate(r.Context(), params(r)); err == nil {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) found(w http.ResponseWriter, r *http.Request) {
	found := false
	for _, cookie := range r.Cookies() {
		if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value}); err == nil {
			found = true
			break
		}
	}
	if !found {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) within(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 3; i++ {
		if _, err := s.api.Sessions.Authenticate(r.Context(), params(r)); err == nil {
			s.next.ServeHTTP(w, r)
			return
		}
	}
	http.Error(w, "sign in", http.StatusUnauthorized)
}

func (s *server) gaveUp(ctx context.Context, token string) error {
	for i := 0; i < 3; i++ {
		if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}); err == nil {
			return nil
		}
	}
	return errors.New("gave up")
}

// audit looks at many sessions.
func (s *server) audit(ctx context.Context, tokens []string) error {
	failed := 0
	for _, token := range tokens {
		if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}); err != nil {
			failed++
		}
	}
	log.Println(failed)
	return nil
}

func (s *server) flagSet(w http.ResponseWriter, r *http.Request) {
	ok := true
	if _, err := s.api.Sessions.Authenticate(r.Context(), params(r)); err != nil {
		log.Println(err)
		ok = false
	}
	if ok {
		s.next.ServeHTTP(w, r)
	}
}
