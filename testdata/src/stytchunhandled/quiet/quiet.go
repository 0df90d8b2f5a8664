// Package quiet handles failures of users well, or so that nothing is known.
package quiet

import (
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	api  *stytchapi.API
	err  error
	errs chan error
}

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

func (s *server) unauthorized(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) redirect(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) as(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "session_not_found" {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) assertion(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if e, ok := err.(stytcherror.Error); ok {
			w.WriteHeader(e.StatusCode)
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) typeSwitch(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	switch e := err.(type) {
	case nil:
		w.Write([]byte("ok"))
	case stytcherror.Error:
		w.WriteHeader(e.StatusCode)
	default:
		w.WriteHeader(http.StatusInternalServerError)
	}
}

var errGone = errors.New("gone")

func (s *server) inText(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if msg := err.Error(); strings.Contains(msg, "not_found") {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func isSignedOut(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.ErrorType == "session_not_found"
}

func (s *server) helper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if isSignedOut(err) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// fail examines what it is given.
func fail(w http.ResponseWriter, err error) {
	if isSignedOut(err) {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	http.Error(w, "server error", http.StatusInternalServerError)
}

func (s *server) throughHelper(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		fail(w, err)
		return
	}
	w.Write([]byte("ok"))
}

func statusOf(err error) int {
	if isSignedOut(err) {
		return http.StatusUnauthorized
	}
	return http.StatusInternalServerError
}

func (s *server) computed(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		http.Error(w, "no", statusOf(err))
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) statusVariable(w http.ResponseWriter, r *http.Request) {
	status := http.StatusInternalServerError
	if _, err := s.auth(r); err != nil {
		if r.Header.Get("X-Session") == "" {
			status = http.StatusUnauthorized
		}
		http.Error(w, "no", status)
		return
	}
	w.Write([]byte("ok"))
}

// mapped turns the error into one of the program.
func (s *server) mapped(r *http.Request) error {
	if _, err := s.auth(r); err != nil {
		return errGone
	}
	return nil
}

func (s *server) cart(w http.ResponseWriter, r *http.Request) {
	if err := s.mapped(r); err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte("ok"))
}

// decided examines the error and returns what is left.
func (s *server) decided(r *http.Request) error {
	_, err := s.auth(r)
	if isSignedOut(err) {
		return errGone
	}
	return err
}

func (s *server) cartDecided(w http.ResponseWriter, r *http.Request) {
	err := s.decided(r)
	if errors.Is(err, errGone) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) otherError(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	err := r.ParseForm()
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

func (s *server) reassigned(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err != nil {
		err = r.ParseForm()
	}
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

func (s *server) kept(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		s.err = err
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) sent(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		s.errs <- err
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) intoField(w http.ResponseWriter, r *http.Request) {
	_, s.err = s.auth(r)
	if s.err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) captured(w http.ResponseWriter, r *http.Request) {
	var err error
	defer func() {
		if isSignedOut(err) {
			w.WriteHeader(http.StatusUnauthorized)
		}
	}()
	_, err = s.auth(r)
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) dynamic(w http.ResponseWriter, r *http.Request, handle func(http.ResponseWriter, error)) {
	if _, err := s.auth(r); err != nil {
		handle(w, err)
		http.Error(w, "server error", http.StatusInternalServerError)
	}
}

func (s *server) byContent(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	if err != nil && r.Context().Err() == nil && status(err) == 404 {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
	fmt.Fprint(w, res.User)
}

func status(err error) int {
	var e stytcherror.Error
	errors.As(err, &e)
	return e.StatusCode
}

// signUp authenticates with a password that it has just set.
func (s *server) signUp(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Passwords.Create(r.Context(), &passwords.CreateParams{Email: r.FormValue("email"), Password: r.FormValue("password")}); err != nil {
		http.Error(w, "sign up", http.StatusBadRequest)
		return
	}
	_, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

// welcome sends to a user whom it has just created.
func (s *server) welcome(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Users.Create(r.Context(), &users.CreateParams{Email: r.FormValue("email")}); err != nil {
		http.Error(w, "sign up", http.StatusBadRequest)
		return
	}
	if _, err := s.api.MagicLinks.Email.Send(r.Context(), &email.SendParams{Email: r.FormValue("email")}); err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

// fresh authenticates a session that Stytch has just returned.
func (s *server) fresh(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil {
		http.Error(w, "link", http.StatusUnauthorized)
		return
	}
	params := &sessions.AuthenticateParams{SessionToken: res.SessionToken}
	if _, err := s.api.Sessions.Authenticate(r.Context(), params); err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

func (s *server) notFailures(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Get(r.Context(), &sessions.GetParams{UserID: "u"}); err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
	if _, err := s.api.Sessions.Revoke(r.Context(), &sessions.RevokeParams{SessionID: "s"}); err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}

func (s *server) fatal(r *http.Request) {
	if _, err := s.auth(r); err != nil {
		log.Fatal(err)
	}
}

func (s *server) noPath(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err == nil {
		http.Error(w, "you should not be here", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusUnauthorized)
}

// byStatus takes the status from the response.
func (s *server) byStatus(w http.ResponseWriter, r *http.Request) {
	res, err := s.auth(r)
	if err != nil && res.StatusCode < 500 {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "server error", http.StatusInternalServerError)
		return
	}
}
