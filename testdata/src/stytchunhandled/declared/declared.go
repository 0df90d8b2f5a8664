// want package:`answers with statuses of others`

// Package declared answers with errors that packages declare.
package declared

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"stytchunhandled/declared/apperr"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
}

func (p problem) Error() string { return p.Title }

func (p problem) write(w http.ResponseWriter) {
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p)
}

const failed = 500

var (
	internal       = problem{"internal", failed}
	upstream error = problem{Title: "upstream", Status: http.StatusBadGateway}
	signIn         = problem{Title: "sign in", Status: http.StatusUnauthorized}
	made           = newProblem("made", http.StatusServiceUnavailable)
	odd            = problem{Title: "odd", Status: status()}
	worked         = work(500)
	several        = newProblems(500, "a", "b")
)

func newProblem(title string, status int) problem { return problem{title, (status)} }

func newProblems(status int, titles ...string) problem { return problem{titles[0], status} }

func work(status int) problem {
	if status == 500 {
		status = 401
	}
	return problem{Status: status}
}

func status() int { return 503 }

type server struct{ api *stytchapi.API }

func (s *server) session(r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	return err
}

func write(w http.ResponseWriter, err error) {
	var e *apperr.Error
	var p problem
	switch {
	case errors.As(err, &e):
		w.WriteHeader(e.Status)
	case errors.As(err, &p):
		p.write(w)
	default:
		internal.write(w)
	}
}

func (s *server) value(r *http.Request) error {
	if err := s.session(r); err != nil {
		return internal // want `an expired or revoked session`
	}
	return nil
}

func (s *server) boxed(r *http.Request) error {
	if err := s.session(r); err != nil {
		return upstream // want `an expired or revoked session`
	}
	return nil
}

func (s *server) pointer(r *http.Request) error {
	if err := s.session(r); err != nil {
		log.Print(err)
		return apperr.ErrInternal // want `an expired or revoked session`
	}
	return nil
}

func (s *server) method(w http.ResponseWriter, r *http.Request) {
	if err := s.session(r); err != nil {
		internal.write(w) // want `an expired or revoked session`
		return
	}
}

func (s *server) copied(w http.ResponseWriter, r *http.Request) {
	if err := s.session(r); err != nil {
		write(w, apperr.ErrInternal.With(err)) // want `an expired or revoked session`
		return
	}
}

func (s *server) unknown(w http.ResponseWriter, r *http.Request) {
	if err := s.session(r); err != nil {
		write(w, err) // want `an expired or revoked session`
		return
	}
}

func (s *server) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := s.session(r); err != nil { // want `the failure is answered, but the function does not return`
			write(w, apperr.ErrSignIn)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) good(r *http.Request) error {
	if err := s.session(r); err != nil {
		return signIn
	}
	if err := r.ParseForm(); err != nil {
		return internal
	}
	return nil
}

func (s *server) goodWriter(w http.ResponseWriter, r *http.Request) {
	if err := s.session(r); err != nil {
		write(w, apperr.ErrSignIn)
		return
	}
	internal.write(w)
}

// softened has another status than the error that it is a copy of.
func (s *server) softened(r *http.Request) error {
	if err := s.session(r); err != nil {
		e := internal
		e.Status = http.StatusUnauthorized
		return e
	}
	return nil
}

func (s *server) constructed(r *http.Request) error {
	if err := s.session(r); err != nil {
		return made // want `an expired or revoked session`
	}
	return nil
}

func (s *server) byOther(r *http.Request) error {
	if err := s.session(r); err != nil {
		return apperr.ErrTimeout // want `an expired or revoked session`
	}
	return nil
}

func (s *server) notKnown(r *http.Request, n int) error {
	if err := s.session(r); err != nil {
		switch n {
		case 1:
			return odd
		case 2:
			return worked
		}
		return several
	}
	return nil
}
