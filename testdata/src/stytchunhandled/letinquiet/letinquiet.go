// Package letinquiet lets nobody in, or means to.
package letinquiet

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type server struct {
	api  *stytchapi.API
	next http.Handler
}

type key struct{}

func (s *server) params(r *http.Request) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}
}

// optional adds the user where there is one.
func (s *server) optional(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	if res, err := s.api.Sessions.Authenticate(ctx, s.params(r)); err == nil {
		ctx = context.WithValue(ctx, key{}, res.User)
	}
	s.next.ServeHTTP(w, r.WithContext(ctx))
}

func (s *server) optionalElse(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Printf("a guest: %v", err)
	} else {
		r = r.WithContext(context.WithValue(r.Context(), key{}, res.User))
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) flag(w http.ResponseWriter, r *http.Request) {
	signedIn := true
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
		signedIn = false
	}
	fmt.Fprint(w, signedIn)
}

func (s *server) flagOfError(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	json.NewEncoder(w).Encode(map[string]bool{"signed_in": err == nil})
}

func (s *server) flagVariable(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	ok := err == nil
	if !ok {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) later(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	log.Println("request", res.RequestID)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) byContent(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	id := res.User.UserID
	if id == "" {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) byStatus(w http.ResponseWriter, r *http.Request) {
	res, _ := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if res.StatusCode != 200 {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) lookedUp(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	user, err := find(res.User.UserID)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, user)
}

func find(id string) (string, error) {
	if id == "" {
		return "", errors.New("nobody")
	}
	return id, nil
}

func (s *server) signOut(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	s.api.Sessions.Revoke(r.Context(), &sessions.RevokeParams{SessionID: res.Session.SessionID})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) signOutCookie(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)); err != nil {
		log.Println(err)
	}
	http.SetCookie(w, &http.Cookie{Name: "session", MaxAge: -1})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) cleared(w http.ResponseWriter, r *http.Request) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)); err != nil {
		log.Println(err)
		http.SetCookie(w, &http.Cookie{Name: "session"})
	}
	s.next.ServeHTTP(w, r)
}

type form struct{ errors []string }

func (f *form) add(s string) { f.errors = append(f.errors, s) }

func (s *server) form(w http.ResponseWriter, r *http.Request) {
	var f form
	if _, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")}); err != nil {
		f.add("the passcode is wrong")
	}
	json.NewEncoder(w).Encode(f.errors)
}

func (s *server) message(w http.ResponseWriter, r *http.Request) {
	data := map[string]string{}
	if _, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")}); err != nil {
		data["error"] = err.Error()
	}
	json.NewEncoder(w).Encode(data)
}

// retried tries again before it gives up.
func (s *server) retried(ctx context.Context, token string) error {
	for i := range 3 {
		_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
		if err != nil {
			log.Printf("attempt %d: %v", i, err)
			continue
		}
		return nil
	}
	return errors.New("gave up")
}

// sweep looks at many sessions.
func (s *server) sweep(ctx context.Context, tokens []string) error {
	for _, token := range tokens {
		if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}); err != nil {
			log.Println(err)
		}
	}
	return nil
}

// chain tries the JWT first.
func (s *server) chain(w http.ResponseWriter, r *http.Request) {
	if session, err := s.api.Sessions.AuthenticateJWTLocal(r.Header.Get("X-JWT"), 0); err == nil {
		s.next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, session.UserID)))
		return
	}
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	s.next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, res.User)))
}

// extend makes the session last longer, if it can.
func (s *server) extend(w http.ResponseWriter, r *http.Request) {
	session, err := s.api.Sessions.AuthenticateJWTLocal(r.Header.Get("X-JWT"), 0)
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if _, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)); err != nil {
		log.Println(err)
	}
	s.next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, session.UserID)))
}

// current says with its result whether somebody is signed in.
func (s *server) current(r *http.Request) *users.User {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
		return nil
	}
	return &res.User
}

func (s *server) id(r *http.Request) string {
	res, _ := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	return res.User.UserID
}

// printed only prints.
func (s *server) printed(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")})
	if err != nil {
		log.Println(err)
	}
	log.Println(res)
}

func (s *server) panics(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		panic(err) // want `^an expired or revoked session \("session_not_found"\) ends in a panic here; answer 401 for it$`
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) exits(r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Fatal(err)
	}
	keep(res)
}

func keep(*sessions.AuthenticateResponse) {}

func (s *server) mapped(r *http.Request) (*users.User, error) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
		return nil, errors.New("nobody")
	}
	return &res.User, nil
}

func (s *server) returned(r *http.Request) (*users.User, error) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	return &res.User, err
}

func (s *server) nobody(r *http.Request) (*users.User, error) {
	if _, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)); err != nil {
		log.Println(err)
	}
	return nil, nil
}

func (s *server) background(token string) {
	go s.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{SessionToken: token})
	_, _ = s.api.Sessions.Authenticate(context.Background(), &sessions.AuthenticateParams{SessionToken: token})
}

func (s *server) either(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil || res.User.UserID == "" {
		log.Println("nobody", err)
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	s.next.ServeHTTP(w, r)
}

func (s *server) closure(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	guard := func() bool { return err == nil }
	if guard() {
		s.next.ServeHTTP(w, r)
	}
}

func (s *server) emails(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	for _, mail := range res.Session.Roles {
		fmt.Fprint(w, mail)
	}
}

func (s *server) revoke(id string) {
	s.api.Sessions.Revoke(context.Background(), &sessions.RevokeParams{SessionID: id})
}

func (s *server) signOutHelper(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	s.revoke(res.Session.SessionID)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// told shows the failure to the client.
func (s *server) told(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		log.Println(err)
	}
	fmt.Fprintf(w, "signed in: %v", err)
}

// refused says that a passcode is wrong.
func (s *server) refused(r *http.Request) bool {
	_, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: "m", Code: r.FormValue("code")})
	return err != nil && mentions(err, "otp_code_not_found", "unable_to_auth_otp_code")
}

func mentions(err error, words ...string) bool {
	for _, w := range words {
		if strings.Contains(err.Error(), w) {
			return true
		}
	}
	return false
}
