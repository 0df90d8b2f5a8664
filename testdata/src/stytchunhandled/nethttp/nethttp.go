// Package nethttp answers failures of users as the server's.
package nethttp

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type server struct {
	api *stytchapi.API
	log Logger
}

// Logger is the program's own.
type Logger interface {
	Errorf(format string, args ...any)
}

const failed = http.StatusInternalServerError

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		log.Printf("authenticate: %v", err)
		http.Error(w, "internal server error", http.StatusInternalServerError) // want `^an expired or revoked session \("session_not_found"\) is answered here as a failure of the server \(500\); answer 401 for it$`
		return
	}
	fmt.Fprintf(w, "hello %s", res.User.UserID)
}

func (s *server) withText(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		http.Error(w, err.Error(), 500) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) inInit(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.AuthenticateJWT(r.Context(), 0, &sessions.AuthenticateParams{SessionJWT: r.Header.Get("X-Session")}); err != nil {
		slog.ErrorContext(r.Context(), "authenticate", "err", err, slog.Any("again", err))
		w.WriteHeader(failed) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) link(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.URL.Query().Get("token")})
	if err != nil {
		s.log.Errorf("link: %v", err)
		w.WriteHeader(http.StatusBadGateway) // want `^a spent or expired magic link \("unable_to_auth_magic_link" or "magic_link_not_found"\) is answered here as a failure of the server \(502\); answer 401 for it$`
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) elseBranch(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("token")})
	if err == nil {
		json.NewEncoder(w).Encode(res.User)
	} else {
		http.Error(w, "oauth", http.StatusServiceUnavailable) // want `a spent or unknown OAuth token \("oauth_token_not_found"\).*\(503\)`
	}
}

func (s *server) afterGuard(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.URL.Query().Get("token")})
	if err == nil {
		json.NewEncoder(w).Encode(res.User)
		return
	}
	http.Error(w, "oauth", http.StatusInternalServerError) // want `a spent or unknown OAuth token`
}

func (s *server) switched(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")})
	switch {
	case err != nil:
		http.Error(w, "passcode", http.StatusInternalServerError) // want `a wrong or expired passcode`
	default:
		json.NewEncoder(w).Encode(res.User)
	}
}

func (s *server) switchedOnError(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")})
	switch err {
	case nil:
		json.NewEncoder(w).Encode(res.User)
	default:
		http.Error(w, "passcode", http.StatusInternalServerError) // want `a wrong or expired passcode`
	}
}

func (s *server) password(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "sign-in failed", http.StatusInternalServerError) // want `^a wrong password \("unauthorized_credentials"\) is answered here as a failure of the server \(500\); answer 401 for it$`
		return
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) send(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.MagicLinks.Email.Send(r.Context(), &email.SendParams{Email: r.FormValue("email")}); err != nil {
		http.Error(w, "no mail", http.StatusInternalServerError) // want `^an unknown email address \("email_not_found"\) is answered here as a failure of the server \(500\); answer 404 for it$`
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) wrapped(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		err = fmt.Errorf("authenticate: %w", err)
		log.Println(err)
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) textFirst(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		msg := fmt.Sprintf("authenticate: %s", err)
		s.log.Errorf("%s", msg)
		http.Error(w, msg, http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) either(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil || res == nil {
		http.Error(w, "no session", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) constantVariable(w http.ResponseWriter, r *http.Request) {
	status := http.StatusInternalServerError
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		http.Error(w, "no session", status) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) twoCalls(w http.ResponseWriter, r *http.Request) {
	var err error
	if r.FormValue("kind") == "oauth" {
		_, err = s.api.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: r.FormValue("token")})
	} else {
		_, err = s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	}
	if err != nil {
		http.Error(w, "token", http.StatusInternalServerError) // want `a spent or unknown OAuth token`
		return
	}
	w.Write([]byte("ok"))
}

// require is a middleware.
func (s *server) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
		if err != nil {
			http.Error(w, "server error", http.StatusInternalServerError) // want `an expired or revoked session`
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fail(w http.ResponseWriter, err error) {
	log.Println(err)
	http.Error(w, "something went wrong", http.StatusInternalServerError)
}

func writeError(w http.ResponseWriter, status int, code string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]string{"error": code})
}

func (s *server) serverError(w http.ResponseWriter, r *http.Request, err error) {
	s.log.Errorf("%s %s: %v", r.Method, r.URL.Path, err)
	writeError(w, http.StatusInternalServerError, "internal")
}

func (s *server) throughHelper(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		fail(w, err) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) throughStatus(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		writeError(w, http.StatusInternalServerError, "internal") // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) throughTwo(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		s.serverError(w, r, err) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) throughLiteral(w http.ResponseWriter, r *http.Request) {
	abort := func(msg string, status int) {
		log.Print(msg)
		http.Error(w, msg, status)
	}
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		abort(err.Error(), http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

// customer returns the error as it is.
func (s *server) customer(r *http.Request) (string, error) {
	res, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		return "", fmt.Errorf("customer: %w", err)
	}
	return res.User.UserID, nil
}

func (s *server) lost(r *http.Request) error {
	if _, err := s.customer(r); err != nil {
		return errors.New("lost: " + err.Error())
	}
	return nil
}

func (s *server) cart(w http.ResponseWriter, r *http.Request) {
	id, err := s.customer(r)
	if err != nil {
		http.Error(w, "cart", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte(id))
}

func (s *server) cartLost(w http.ResponseWriter, r *http.Request) {
	if err := s.lost(r); err != nil {
		http.Error(w, "cart", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) direct(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

func (s *server) cartDirect(w http.ResponseWriter, r *http.Request) {
	res, err := s.direct(r)
	if err != nil {
		http.Error(w, "cart", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte(res.User.UserID))
}

func named(s *server, r *http.Request) (id string, err error) {
	res, err := s.direct(r)
	if err != nil {
		return
	}
	return res.User.UserID, nil
}

func (s *server) cartNamed(w http.ResponseWriter, r *http.Request) {
	id, err := named(s, r)
	if err != nil {
		fail(w, err) // want `an expired or revoked session`
		return
	}
	w.Write([]byte(id))
}

func (s *server) jsonError(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "marshal", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(status)
	w.Write(b)
}

func (s *server) throughEncoder(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		s.jsonError(w, http.StatusInternalServerError, map[string]any{"error": err.Error()}) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) partly(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
	if err != nil {
		if r.Method == http.MethodPost {
			http.Error(w, "post", http.StatusInternalServerError) // want `an expired or revoked session`
			return
		}
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	w.Write([]byte("ok"))
}

// orStatus tests the response only where there is no error.
func (s *server) orStatus(w http.ResponseWriter, r *http.Request) {
	res, err := s.direct(r)
	if err != nil || res.StatusCode != http.StatusOK {
		http.Error(w, "no session", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

func (s *server) ofUser(w http.ResponseWriter, r *http.Request) {
	found, err := s.api.Users.Get(r.Context(), &users.GetParams{UserID: r.FormValue("user")})
	if err != nil {
		http.Error(w, "no user", http.StatusNotFound)
		return
	}
	_, err = s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: found.Name.FirstName, Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "sign in", http.StatusInternalServerError) // want `a wrong password`
		return
	}
}

func (s *server) retries(w http.ResponseWriter, r *http.Request) {
	var err error
	for range 3 {
		if _, err = s.direct(r); err == nil {
			break
		}
		log.Println(err)
	}
	if err != nil {
		http.Error(w, "no session", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte("ok"))
}

// Another way is tried where one has failed.

func (s *server) locally(r *http.Request) (string, error) {
	session, err := s.api.Sessions.AuthenticateJWTLocal(r.Header.Get("X-Session"), 0)
	if err == nil {
		return session.UserID, nil
	}
	res, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionJWT: r.Header.Get("X-Session")})
	if err != nil {
		return "", err
	}
	return res.User.UserID, nil
}

func (s *server) throughLocally(w http.ResponseWriter, r *http.Request) {
	id, err := s.locally(r)
	if err != nil {
		http.Error(w, "no session", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	w.Write([]byte(id))
}
