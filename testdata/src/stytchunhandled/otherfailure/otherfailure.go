// Package otherfailure answers the failures of users as the server's, beside
// others that are the server's.
package otherfailure

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type store struct{}

func (store) news(ctx context.Context, user string) ([]string, error) { return nil, nil }
func (store) visit(ctx context.Context, user string) error            { return nil }

type server struct {
	api   *stytchapi.API
	store store
}

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

// both has two failures in one variable, and one answer for them.
func (s *server) both(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err == nil {
		err = s.store.visit(r.Context(), resp.User.UserID)
	}
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// between does something else before it asks.
func (s *server) between(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err == nil {
		other, err2 := s.store.news(r.Context(), resp.User.UserID)
		if err2 != nil {
			log.Println(err2)
		}
		log.Println(other)
	}
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// logged tells of two failures, of which one is of no consequence.
func (s *server) logged(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err != nil {
		if verr := s.store.visit(r.Context(), "guest"); verr != nil {
			log.Println(verr)
		}
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, resp.User)
}

// form asks for the other failure first.
func (s *server) form(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if ferr := r.ParseForm(); ferr != nil {
		http.Error(w, "form", http.StatusInternalServerError)
		return
	}
	if err != nil {
		http.Error(w, "session", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// inside asks for the error where another is known.
func (s *server) inside(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if verr := s.store.visit(r.Context(), "x"); verr != nil {
		if err != nil {
			http.Error(w, "session", http.StatusInternalServerError) // want `an expired or revoked session`
			return
		}
		http.Error(w, "visit", http.StatusInternalServerError)
		return
	}
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
}

// either asks for both at once.
func (s *server) either(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	news, nerr := s.store.news(r.Context(), "")
	if err != nil || nerr != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	json.NewEncoder(w).Encode(news)
}

// eitherCase does so in a switch.
func (s *server) eitherCase(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	news, nerr := s.store.news(r.Context(), "")
	switch {
	case err != nil, nerr != nil:
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
	default:
		json.NewEncoder(w).Encode(news)
	}
}

// attempts gives up after some.
func (s *server) attempts(w http.ResponseWriter, r *http.Request) {
	for range 3 {
		resp, err := s.auth(r)
		if err == nil {
			fmt.Fprintln(w, resp.User)
			return
		}
		log.Println(err)
	}
	http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
}

// looping asks in a loop for what happened before it.
func (s *server) looping(w http.ResponseWriter, r *http.Request, names []string) {
	_, err := s.auth(r)
	for _, name := range names {
		if err != nil {
			http.Error(w, name, http.StatusInternalServerError) // want `an expired or revoked session`
			return
		}
	}
}

// first signs in by a link where there is one.
func (s *server) first(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err == nil {
		fmt.Fprintln(w, "ok")
		return
	}
	if _, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")}); err != nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `^a spent or expired magic link`
		return
	}
	fmt.Fprintln(w, "ok")
}

// shadow has another error of the same name.
func (s *server) shadow(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err != nil {
		text, err := json.Marshal(map[string]string{"error": "no"})
		if err != nil {
			log.Println(err)
		}
		w.WriteHeader(http.StatusInternalServerError) // want `an expired or revoked session`
		w.Write(text)
		return
	}
	fmt.Fprintln(w, "ok")
}

// renamed has the error by two names, of which one is another's here.
func (s *server) renamed(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err != nil {
		failed := fmt.Errorf("account: %w", err)
		if _, err := s.store.news(r.Context(), "guest"); err == nil {
			log.Println(failed)
		}
		{
			err := errors.New("closed")
			log.Println(err)
			http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
			return
		}
	}
	fmt.Fprintln(w, "ok")
}

// onlyLogged tells of the failure and goes on; what is answered is another one.
func (s *server) onlyLogged(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	if err := s.store.visit(r.Context(), r.URL.Path); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, resp.User)
}

func (s *server) onlyLoggedMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.auth(r); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Println(err)
		}
		if err := s.store.visit(r.Context(), r.URL.Path); err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	text, err := json.Marshal(v)
	if err != nil {
		http.Error(w, "marshal", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(status)
	w.Write(text)
}

func (s *server) helped(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		writeJSON(w, http.StatusInternalServerError, "no") // want `an expired or revoked session`
		return
	}
	writeJSON(w, http.StatusOK, "ok")
}

// answered has an answer for each kind of failure, the same for the first.
func (s *server) answered(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	switch {
	case err == nil:
		if err := s.store.visit(r.Context(), resp.User.UserID); err != nil {
			http.Error(w, "visit", http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, "ok")
	case r.Method == http.MethodPost:
		http.Error(w, "post", http.StatusInternalServerError) // want `an expired or revoked session`
	default:
		http.Error(w, "get", http.StatusBadGateway) // want `an expired or revoked session`
	}
}

// jumping has one answer, to which any failure leads.
func (s *server) jumping(w http.ResponseWriter, r *http.Request) {
	var news []string
	resp, err := s.auth(r)
	if err != nil {
		goto fail
	}
	news, err = s.store.news(r.Context(), resp.User.UserID)
	if err != nil {
		goto fail
	}
	json.NewEncoder(w).Encode(news)
	return
fail:
	http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
}

// Right:

func (s *server) told(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	var refused stytcherror.Error
	if errors.As(err, &refused) {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err == nil {
		err = s.store.visit(r.Context(), resp.User.UserID)
	}
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "ok")
}

// neither fails only if the database fails as well.
func (s *server) neither(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	news, newsErr := s.store.news(r.Context(), "")
	if err != nil && newsErr != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, news)
}

// neitherCase says it by a switch.
func (s *server) neitherCase(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	newsErr := s.store.visit(r.Context(), "")
	switch {
	case newsErr != nil && err != nil:
		http.Error(w, "no", http.StatusInternalServerError)
	case err != nil:
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
}

// oneOfThem asks the other way round.
func (s *server) oneOfThem(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	news, newsErr := s.store.news(r.Context(), "")
	if err == nil || newsErr == nil {
		fmt.Fprintln(w, news)
		return
	}
	http.Error(w, "no", http.StatusInternalServerError)
}

// alone fails although the request goes on.
func (s *server) alone(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if err != nil && r.Context().Err() == nil {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// raises notes the failure in a variable of its own.
func (s *server) raises(w http.ResponseWriter, r *http.Request) {
	failed := false
	_, err := s.auth(r)
	if err != nil {
		log.Println(err)
		failed = true
	}
	if failed {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) raisesZero(w http.ResponseWriter, r *http.Request) {
	var failed bool
	if _, err := s.auth(r); err != nil {
		failed = true
	}
	if r.Method != http.MethodHead && failed {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) lowers(w http.ResponseWriter, r *http.Request) {
	ok := true
	_, err := s.auth(r)
	if err != nil {
		ok = false
	}
	if !ok {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, "ok")
}

// raisedTwice notes two failures.
func (s *server) raisedTwice(w http.ResponseWriter, r *http.Request) {
	failed := false
	_, err := s.auth(r)
	if err != nil {
		failed = true
	}
	if err := s.store.visit(r.Context(), ""); err != nil {
		failed = true
	}
	if failed {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "ok")
}

// raisedBefore notes something else beside.
func (s *server) raisedBefore(w http.ResponseWriter, r *http.Request) {
	failed := s.store.visit(r.Context(), "") != nil
	_, err := s.auth(r)
	if err != nil {
		failed = true
	}
	if failed {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "ok")
}

// guest notes who is not signed in, and another failure is answered.
func (s *server) guest(w http.ResponseWriter, r *http.Request) {
	guest := false
	_, err := s.auth(r)
	if err != nil {
		guest = true
	}
	if guest {
		if err := s.store.visit(r.Context(), ""); err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
	}
	if _, err := s.store.news(r.Context(), ""); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, guest)
}

// orNobody takes a user without a name for a failure, too.
func (s *server) orNobody(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err != nil || resp.User.UserID == "" {
		http.Error(w, "no", http.StatusInternalServerError) // want `an expired or revoked session`
		return
	}
	fmt.Fprintln(w, resp.User.UserID)
}
