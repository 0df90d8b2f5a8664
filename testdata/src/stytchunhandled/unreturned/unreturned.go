// Package unreturned answers a failure, and goes on.
package unreturned

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	api  *stytchapi.API
	next http.Handler
}

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

// The answer has a status and a body.

func (s *server) json(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `^the failure is answered, but the function does not return: with an expired or revoked session, line \d+ still calls the next handler as if the call had succeeded; return there$`
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusUnauthorized)
		json.NewEncoder(w).Encode(map[string]string{"error": "sign in"})
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) encoder(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		w.WriteHeader(http.StatusUnauthorized)
		enc := json.NewEncoder(w)
		if err := enc.Encode(map[string]string{"error": err.Error()}); err != nil {
			log.Println(err)
		}
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) formatted(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprintf(w, "sign in: %v", err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) written(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		w.WriteHeader(http.StatusUnauthorized)
		io.WriteString(w, "sign in")
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) marshalled(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		body, merr := json.Marshal(map[string]string{"error": "sign in"})
		if merr != nil {
			body = []byte("sign in")
		}
		w.WriteHeader(http.StatusUnauthorized)
		w.Write(body)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) challenged(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		w.Header().Set("WWW-Authenticate", "Bearer")
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
	s.next.ServeHTTP(w, r)
}

// The browser is told where to go back to.

func (s *server) remembered(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		http.SetCookie(w, &http.Cookie{Name: "back", Value: r.URL.Path})
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) redirected(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		http.Redirect(w, r, "/login", http.StatusFound)
	}
	s.next.ServeHTTP(w, r)
}

// A helper tells the failures apart.

func mapped(w http.ResponseWriter, err error) {
	var refused stytcherror.Error
	switch {
	case errors.As(err, &refused) && refused.StatusCode == http.StatusTooManyRequests:
		http.Error(w, "later", http.StatusTooManyRequests)
	case errors.As(err, &refused):
		http.Error(w, "sign in", http.StatusUnauthorized)
	default:
		http.Error(w, "internal", http.StatusInternalServerError)
	}
}

func (s *server) byHelper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		mapped(w, err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) here(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil { // want `the failure is answered, but the function does not return`
		status := http.StatusUnauthorized
		w.WriteHeader(status)
	}
	s.next.ServeHTTP(w, r)
}

// Right:

func (s *server) helperReturned(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		mapped(w, err)
		return
	}
	s.next.ServeHTTP(w, r)
}

// refused reports whether it has answered.
func refused(w http.ResponseWriter, err error) bool {
	if err == nil {
		return false
	}
	http.Error(w, "sign in", http.StatusUnauthorized)
	return true
}

func (s *server) helperAsked(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if refused(w, err) {
		return
	}
	s.next.ServeHTTP(w, r)
}

// part writes a part of a page that guests see, too.
func (s *server) part(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		fmt.Fprintln(w, "<a href=/login>sign in</a>")
	}
	fmt.Fprintln(w, "news")
}

// forgotten has the browser forget a session that is over.
func (s *server) forgotten(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	}
	s.next.ServeHTTP(w, r)
}

// What is answered is another thing after a failure.

func statusOf(err error) int {
	if err != nil {
		return http.StatusUnauthorized
	}
	return http.StatusNoContent
}

func (s *server) status(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	w.WriteHeader(statusOf(err))
}

func textOf(err error) string {
	if err != nil {
		return "sign in"
	}
	return "welcome"
}

func (s *server) text(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	fmt.Fprintln(w, textOf(err))
}

// user returns nobody where nobody is signed in.
func (s *server) user(r *http.Request) (*users.User, error) {
	res, err := s.auth(r)
	if err != nil {
		return nil, err
	}
	return &res.User, nil
}

type key struct{}

func (s *server) withUser(w http.ResponseWriter, r *http.Request) {
	user, err := s.user(r)
	if err != nil {
		log.Println(err)
	}
	ctx := context.WithValue(r.Context(), key{}, user)
	s.next.ServeHTTP(w, r.WithContext(ctx))
}

// The helper has an error of its own.

var errSignedOut = errors.New("signed out")

func (s *server) own(r *http.Request) (*users.User, error) {
	res, err := s.auth(r)
	if err != nil {
		return nil, errSignedOut
	}
	return &res.User, nil
}

func (s *server) ownLogged(w http.ResponseWriter, r *http.Request) {
	_, err := s.own(r) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ownAsked(w http.ResponseWriter, r *http.Request) {
	_, err := s.own(r)
	if errors.Is(err, errSignedOut) {
		log.Println("a guest")
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ownCompared(w http.ResponseWriter, r *http.Request) {
	_, err := s.own(r)
	if err == errSignedOut {
		log.Println("a guest")
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ownReturned(r *http.Request) error {
	_, err := s.own(r)
	if err != nil {
		log.Println(err)
	}
	return err
}
