// Package letin goes on after it learnt that nobody is signed in.
package letin

import (
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type server struct {
	api   *stytchapi.API
	pages *template.Template
}

type key struct{}

func (s *server) params(r *http.Request) *sessions.AuthenticateParams {
	return &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}
}

// require logs and calls the next handler.
func (s *server) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `^the error is only logged: with an expired or revoked session, line 37 still calls the next handler as if the call had succeeded; return there$`
		if err != nil {
			log.Printf("authenticate: %v", err)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) requireFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)); err != nil { // want `the error is only logged: .* calls the next handler`
			log.Printf("authenticate: %v", err)
		}
		next(w, r)
	}
}

func (s *server) withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is only logged: .* calls the next handler|uses the response`
		if err != nil {
			log.Printf("authenticate: %v", err)
		}
		ctx := context.WithValue(r.Context(), key{}, res.User)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (s *server) dropped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		res, _ := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is never checked: .*; check it`
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, res.User)))
	})
}

func (s *server) droppedAll(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is never checked`
		next.ServeHTTP(w, r)
	})
}

func (s *server) ignored(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is never checked`
		next.ServeHTTP(w, r)
	})
}

// noReturn answers, but goes on.
func (s *server) noReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the failure is answered, but the function does not return: .*; return there`
		if err != nil {
			http.Error(w, "sign in", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) page(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	fmt.Fprintf(w, "hello %s", res.User.UserID)
}

func (s *server) template(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `uses the response`
	if err != nil {
		log.Println(err)
	}
	if err := s.pages.ExecuteTemplate(w, "account.html", res.User); err != nil {
		log.Println(err)
	}
}

func (s *server) encoded(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `uses the response`
	if err != nil {
		log.Println(err)
	} else {
		log.Println("signed in")
	}
	user := res.User
	err = json.NewEncoder(w).Encode(user)
	if err != nil {
		http.Error(w, "encode", http.StatusInternalServerError)
	}
}

type session struct{ Values map[any]any }

func (s *session) Save(r *http.Request, w http.ResponseWriter) error { return nil }

func get(r *http.Request, name string) (*session, error) { return nil, nil }

// callback keeps the session's token.
func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")}) // want `the error is only logged: with a spent or expired magic link, line \d+ still uses the response as if the call had succeeded; return there`
	if err != nil {
		log.Printf("magic link: %s\n", err)
	}
	session, err := get(r, "session")
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	session.Values["token"] = res.SessionToken
	session.Save(r, w)
	s.page(w, r)
}

func render(w http.ResponseWriter, name string, data any) {
	t, err := template.ParseFiles(name)
	if err != nil {
		log.Println(err)
	}
	if err := t.Execute(w, data); err != nil {
		log.Println(err)
	}
}

// signedIn shows the page of those who are signed in.
func (s *server) signedIn(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")}) // want `the error is only logged: .* answers`
	if err != nil {
		log.Printf("magic link: %s\n", err)
	}
	render(w, "signedin.html", nil)
}

func (s *server) verify(w http.ResponseWriter, r *http.Request) {
	_, err := s.api.OTPs.Authenticate(r.Context(), &otp.AuthenticateParams{MethodID: r.FormValue("method"), Code: r.FormValue("code")}) // want `a wrong or expired passcode`
	if err != nil {
		log.Println("passcode:", err)
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) cookie(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")}) // want `uses the response`
	if err != nil {
		log.Println("link:", err)
	}
	http.SetCookie(w, &http.Cookie{Name: "session", Value: res.SessionToken})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *server) check(ctx context.Context, token string) error {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}) // want `the error is only logged: .* returns`
	if err != nil {
		log.Println(err)
	}
	return nil
}

func (s *server) valid(ctx context.Context, token string) bool {
	if _, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}); err != nil { // want `the error is only logged: .* returns`
		log.Println(err)
	}
	return true
}

func (s *server) user(ctx context.Context, token string) (*users.User, error) {
	res, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token}) // want `the error is only logged: .* uses the response`
	if err != nil {
		log.Println(err)
	}
	return &res.User, nil
}

// nilTest tests the response, which is never nil.
func (s *server) nilTest(w http.ResponseWriter, r *http.Request) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `uses the response`
	if err != nil {
		log.Println(err)
	}
	if res == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(res.User)
}

func (s *server) neverChecked(w http.ResponseWriter, r *http.Request) {
	var res *sessions.AuthenticateResponse
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is never checked: .*; check it`
	err = r.ParseForm()
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	json.NewEncoder(w).Encode(res.User)
}

// own is a helper that only logs.
func (s *server) own(err error) { log.Println("own:", err) }

func (s *server) ownLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.api.Sessions.Authenticate(r.Context(), s.params(r)) // want `the error is only logged`
		if err != nil {
			s.own(err)
		}
		next.ServeHTTP(w, r)
	})
}

// authenticate returns the error as it is.
func (s *server) authenticate(r *http.Request) (*users.User, error) {
	res, err := s.api.Sessions.Authenticate(r.Context(), s.params(r))
	if err != nil {
		return nil, fmt.Errorf("authenticate: %w", err)
	}
	return &res.User, nil
}

func (s *server) layered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.authenticate(r) // want `the error is only logged`
		if err != nil {
			log.Println(err)
		}
		next.ServeHTTP(w, r)
	})
}

func unauthorized(w http.ResponseWriter) { http.Error(w, "sign in", http.StatusUnauthorized) }

func (s *server) noReturnHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.authenticate(r) // want `the failure is answered, but the function does not return`
		if err != nil {
			unauthorized(w)
		}
		next.ServeHTTP(w, r)
	})
}

type gate struct {
	api  *stytchapi.API
	next func(http.ResponseWriter, *http.Request)
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, err := g.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}) // want `the error is only logged: .* calls the next handler`
	if err != nil {
		log.Println(err)
	}
	g.next(w, r)
}
