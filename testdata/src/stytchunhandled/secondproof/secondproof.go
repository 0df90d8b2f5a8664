// Package secondproof asks for two proofs, and looks at one.
package secondproof

import (
	"context"
	"encoding/json"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/totps"
)

type server struct {
	api  *stytchapi.API
	next http.Handler
}

func (s *server) password(r *http.Request) error {
	_, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")})
	return err
}

func (s *server) passcode(r *http.Request) error {
	_, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: r.FormValue("method"), Code: r.FormValue("code")})
	return err
}

func (s *server) session(r *http.Request) error {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
	return err
}

func (s *server) logged(w http.ResponseWriter, r *http.Request) {
	if err := s.password(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := s.passcode(r); err != nil { // want `the error is only logged: with a wrong or expired passcode, .* calls the next handler`
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) steppedUp(w http.ResponseWriter, r *http.Request) {
	if err := s.session(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := s.passcode(r); err != nil { // want `the failure is answered, but the function does not return`
		http.Error(w, "wrong", http.StatusUnauthorized)
	}
	s.next.ServeHTTP(w, r)
}

// What the second proof is about comes from the first; the code is the user's.

func (s *server) ofUser(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.TOTPs.Authenticate(r.Context(), &totps.AuthenticateParams{UserID: first.User.UserID, TOTPCode: r.FormValue("code")}); err != nil { // want `the error is only logged: with a wrong or expired passcode, .* calls the next handler`
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) ofSession(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	_, err = s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: r.FormValue("method"), Code: r.FormValue("code"), SessionToken: first.SessionToken}) // want `the error is only logged: with a wrong or expired passcode, .* answers`
	if err != nil {
		log.Println(err)
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) token(ctx context.Context, token, code string) (string, error) {
	first, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	if err != nil {
		return "", err
	}
	if _, err := s.api.TOTPs.Authenticate(ctx, &totps.AuthenticateParams{UserID: first.User.UserID, TOTPCode: code}); err != nil { // want `the error is only logged: with a wrong or expired passcode, .* returns`
		log.Println(err)
	}
	return first.SessionToken, nil
}

func (s *server) blamesServer(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.TOTPs.Authenticate(r.Context(), &totps.AuthenticateParams{UserID: first.User.UserID, TOTPCode: r.FormValue("code")}); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError) // want `a wrong or expired passcode .* answer 401`
		return
	}
	s.next.ServeHTTP(w, r)
}

// Right:

func (s *server) both(w http.ResponseWriter, r *http.Request) {
	if err := s.password(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := s.passcode(r); err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

// extended makes the session last longer, if it can.
func (s *server) extended(w http.ResponseWriter, r *http.Request) {
	if err := s.password(r); err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := s.session(r); err != nil {
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

// either takes what there is.
func (s *server) either(w http.ResponseWriter, r *http.Request) {
	err := s.passcode(r)
	if err != nil {
		log.Println(err)
		err = s.password(r)
	}
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) eitherFirst(w http.ResponseWriter, r *http.Request) {
	if err := s.passcode(r); err != nil {
		log.Println(err)
		if err := s.password(r); err != nil {
			http.Error(w, "sign in", http.StatusUnauthorized)
			return
		}
	}
	s.next.ServeHTTP(w, r)
}

// strong tells who has stepped up.
func (s *server) strong(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	strong := true
	if _, err := s.api.TOTPs.Authenticate(r.Context(), &totps.AuthenticateParams{UserID: first.User.UserID, TOTPCode: r.FormValue("code")}); err != nil {
		strong = false
	}
	json.NewEncoder(w).Encode(map[string]bool{"strong": strong})
}

// renewed makes the session that it has just got last longer, if it can.
func (s *server) renewed(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: first.SessionToken}); err != nil {
		log.Println(err)
	}
	s.next.ServeHTTP(w, r)
}

// orRecovery takes a recovery code in the place of a passcode.
func (s *server) orRecovery(w http.ResponseWriter, r *http.Request) {
	first, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("session")})
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.TOTPs.Authenticate(r.Context(), &totps.AuthenticateParams{UserID: first.User.UserID, TOTPCode: r.FormValue("code")}); err != nil {
		log.Println(err)
		if _, err := s.api.TOTPs.Recover(r.Context(), &totps.RecoverParams{UserID: first.User.UserID, RecoveryCode: r.FormValue("code")}); err != nil {
			http.Error(w, "wrong", http.StatusUnauthorized)
			return
		}
	}
	s.next.ServeHTTP(w, r)
}
