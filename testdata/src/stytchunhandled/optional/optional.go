// Package optional has pages for guests, too: who is signed in is of interest,
// and it is other failures that are answered as the server's.
package optional

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchunhandled/layers/authn"
)

type store struct{}

func (store) news(ctx context.Context, user string) ([]string, error)    { return nil, nil }
func (store) visit(ctx context.Context, user string) error               { return nil }
func (store) cached(ctx context.Context, token string) (string, bool)    { return "", false }
func (store) page(ctx context.Context, name string) *string              { return nil }
func (store) user(ctx context.Context, id string) (name string, _ error) { return "", nil }

type server struct {
	api   *stytchapi.API
	store store
}

func (s *server) auth(r *http.Request) (*sessions.AuthenticateResponse, error) {
	return s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")})
}

// The error is asked for where it is made.

func (s *server) inInit(w http.ResponseWriter, r *http.Request) {
	userID := ""
	if resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get("X-Session")}); err == nil {
		userID = resp.User.UserID
	}
	news, err := s.store.news(r.Context(), userID)
	if err != nil {
		http.Error(w, "the news cannot be read", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) inInitOtherName(w http.ResponseWriter, r *http.Request) {
	var userID string
	if resp, authErr := s.auth(r); authErr == nil {
		userID = resp.User.UserID
	}
	if err := s.store.visit(r.Context(), userID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "welcome")
}

func (s *server) inverted(w http.ResponseWriter, r *http.Request) {
	var userID string
	if resp, err := s.auth(r); err != nil {
		log.Printf("a guest: %v", err)
	} else {
		userID = resp.User.UserID
	}
	news, err := s.store.news(r.Context(), userID)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) negated(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, err := s.auth(r)
	if !(err != nil) {
		userID = resp.User.UserID
	}
	if news, err := s.store.news(r.Context(), userID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
	} else {
		json.NewEncoder(w).Encode(news)
	}
}

func (s *server) nilFirst(w http.ResponseWriter, r *http.Request) {
	var userID string
	if resp, err := s.auth(r); nil == err {
		userID = resp.User.UserID
	}
	news, newsErr := s.store.news(r.Context(), userID)
	if nil != newsErr {
		http.Error(w, "no", http.StatusBadGateway)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) withCondition(w http.ResponseWriter, r *http.Request) {
	verified := false
	if resp, err := s.auth(r); err == nil && resp.User.Status == "active" {
		verified = true
	}
	if err := s.store.visit(r.Context(), fmt.Sprint(verified)); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, verified)
}

// The same variable is used again.

func (s *server) reused(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, err := s.auth(r)
	if err == nil {
		userID = resp.User.UserID
	}
	news, err := s.store.news(r.Context(), userID)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) reassigned(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, err := s.auth(r)
	if err == nil {
		userID = resp.User.UserID
	}
	err = s.store.visit(r.Context(), userID)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "welcome")
}

func (s *server) declaredFirst(w http.ResponseWriter, r *http.Request) {
	var (
		resp   *sessions.AuthenticateResponse
		err    error
		userID string
	)
	if resp, err = s.auth(r); err == nil {
		userID = resp.User.UserID
	}
	if err = s.store.visit(r.Context(), userID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, "welcome")
}

func (s *server) shadowed(w http.ResponseWriter, r *http.Request) {
	var err error
	userID := "guest"
	if r.Header.Get("X-Session") != "" {
		resp, err := s.auth(r)
		if err == nil {
			userID = resp.User.UserID
		}
	}
	_, err = s.store.news(r.Context(), userID)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, userID)
}

func (s *server) forgotten(w http.ResponseWriter, r *http.Request) {
	userID := "guest"
	resp, err := s.auth(r)
	if err != nil {
		log.Println(err)
		err = nil
	} else {
		userID = resp.User.UserID
	}
	if err == nil {
		err = s.store.visit(r.Context(), userID)
	}
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, userID)
}

// A cookie comes first.

func (s *server) cookie(w http.ResponseWriter, r *http.Request) {
	var userID string
	cookie, err := r.Cookie("session")
	if err == nil {
		resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
		if err != nil {
			log.Printf("session: %v", err)
		} else {
			userID = resp.User.UserID
		}
	}
	news, err := s.store.news(r.Context(), userID)
	if err != nil {
		log.Printf("news: %v", err)
		http.Error(w, "the news cannot be read", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) cookieOrElse(w http.ResponseWriter, r *http.Request) {
	var userID string
	if cookie, err := r.Cookie("session"); err != nil {
		log.Println("no cookie")
	} else if resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value}); err != nil {
		log.Printf("session: %v", err)
	} else {
		userID = resp.User.UserID
	}
	news, nerr := s.store.news(r.Context(), userID)
	if nerr != nil {
		http.Error(w, "the news cannot be read", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

// Switches.

func (s *server) switched(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, authErr := s.auth(r)
	switch {
	case authErr == nil:
		userID = resp.User.UserID
	default:
		log.Printf("a guest: %v", authErr)
	}
	if err := s.store.visit(r.Context(), userID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, userID)
}

func (s *server) switchedOnError(w http.ResponseWriter, r *http.Request) {
	var userID string
	switch resp, err := s.auth(r); err {
	case nil:
		userID = resp.User.UserID
	default:
		log.Printf("a guest: %v", err)
	}
	err := s.store.visit(r.Context(), userID)
	switch err {
	case nil:
		fmt.Fprintln(w, userID)
	default:
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

func (s *server) switchedTwice(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, authErr := s.auth(r)
	switch {
	case authErr != nil && r.URL.Path == "/admin":
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	case authErr != nil:
		log.Printf("a guest: %v", authErr)
	default:
		userID = resp.User.UserID
	}
	switch err := s.store.visit(r.Context(), userID); {
	case errors.Is(err, sql.ErrNoRows):
		http.NotFound(w, r)
	case err != nil:
		http.Error(w, "no", http.StatusInternalServerError)
	default:
		fmt.Fprintln(w, userID)
	}
}

func (s *server) oneOfSeveral(w http.ResponseWriter, r *http.Request, maintenance bool) {
	_, err := s.auth(r)
	switch {
	case err == nil, maintenance:
		http.Error(w, "closed", http.StatusServiceUnavailable)
	default:
		http.Error(w, "sign in", http.StatusUnauthorized)
	}
}

func (s *server) closed(w http.ResponseWriter, r *http.Request, maintenance bool) {
	resp, err := s.auth(r)
	if err == nil {
		log.Println(resp.User.UserID)
	}
	if maintenance {
		http.Error(w, "closed", http.StatusServiceUnavailable)
		return
	}
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(resp.User)
}

// Guests get something of their own, and that may fail.

func (s *server) guestPage(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err != nil {
		news, err := s.store.news(r.Context(), "")
		if err != nil {
			http.Error(w, "the news cannot be read", http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(news)
		return
	}
	json.NewEncoder(w).Encode(resp.User)
}

func (s *server) guestPageElse(w http.ResponseWriter, r *http.Request) {
	if resp, err := s.auth(r); err == nil {
		json.NewEncoder(w).Encode(resp.User)
	} else if news, nerr := s.store.news(r.Context(), ""); nerr == nil {
		json.NewEncoder(w).Encode(news)
	} else {
		http.Error(w, "the news cannot be read", http.StatusInternalServerError)
	}
}

func (s *server) guestPageSwitch(w http.ResponseWriter, r *http.Request) {
	resp, err := s.auth(r)
	if err == nil {
		json.NewEncoder(w).Encode(resp.User)
		return
	}
	name, uerr := s.store.user(r.Context(), "guest")
	switch {
	case errors.Is(uerr, sql.ErrNoRows):
		http.NotFound(w, r)
	case uerr != nil:
		http.Error(w, "no", http.StatusInternalServerError)
	default:
		fmt.Fprintln(w, name)
	}
}

func (s *server) guestInText(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		if err := json.NewEncoder(w).Encode("guest"); err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
		}
		return
	}
	fmt.Fprintln(w, "user")
}

func (s *server) guestPageOf(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		page := s.store.page(r.Context(), "guest")
		if page == nil {
			http.Error(w, "no such page", http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, *page)
		return
	}
	fmt.Fprintln(w, "user")
}

func (s *server) guestFromCache(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err != nil {
		name, ok := s.store.cached(r.Context(), "guest")
		if !ok {
			http.Error(w, "the cache is cold", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, name)
		return
	}
	fmt.Fprintln(w, "user")
}

func (s *server) neither(w http.ResponseWriter, r *http.Request) {
	_, authErr := s.auth(r)
	news, err := s.store.news(r.Context(), "")
	if authErr != nil && err != nil {
		http.Error(w, "neither", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) neitherNested(w http.ResponseWriter, r *http.Request) {
	_, authErr := s.auth(r)
	news, err := s.store.news(r.Context(), "")
	if authErr != nil {
		if err != nil {
			http.Error(w, "neither", http.StatusInternalServerError)
			return
		}
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) neitherSwitch(w http.ResponseWriter, r *http.Request) {
	_, authErr := s.auth(r)
	news, err := s.store.news(r.Context(), "")
	switch {
	case authErr != nil && err == nil:
		http.Error(w, "sign in", http.StatusUnauthorized)
	case authErr != nil:
		http.Error(w, "sign in", http.StatusUnauthorized)
	case err != nil:
		http.Error(w, "no", http.StatusInternalServerError)
	default:
		json.NewEncoder(w).Encode(news)
	}
}

// Signing in again, by other means.

func (s *server) linkElse(w http.ResponseWriter, r *http.Request) {
	if _, err := s.auth(r); err == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	resp, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	if err := s.store.visit(r.Context(), resp.User.UserID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// Loops.

func (s *server) anyCookie(w http.ResponseWriter, r *http.Request) {
	var userID string
	for _, cookie := range r.Cookies() {
		resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
		if err != nil {
			log.Println(err)
			continue
		}
		userID = resp.User.UserID
		break
	}
	news, err := s.store.news(r.Context(), userID)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) everyCookie(w http.ResponseWriter, r *http.Request) {
	var users []string
	for _, cookie := range r.Cookies() {
		if resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value}); err == nil {
			users = append(users, resp.User.UserID)
		}
	}
	if err := json.NewEncoder(w).Encode(users); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

func (s *server) inLoop(w http.ResponseWriter, r *http.Request) {
	for _, cookie := range r.Cookies() {
		resp, err := s.api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: cookie.Value})
		if err == nil {
			log.Println(resp.User.UserID)
		}
		if verr := s.store.visit(r.Context(), cookie.Name); verr != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
	}
}

// Helpers.

// current returns who is signed in, "" for a guest.
func (s *server) current(r *http.Request) string {
	resp, err := s.auth(r)
	if err != nil {
		return ""
	}
	return resp.User.UserID
}

func (s *server) helped(w http.ResponseWriter, r *http.Request) {
	news, err := s.store.news(r.Context(), s.current(r))
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

// latest reads the news for users and for guests.
func (s *server) latest(r *http.Request) (news []string, err error) {
	var userID string
	if resp, err := s.auth(r); err == nil {
		userID = resp.User.UserID
	}
	news, err = s.store.news(r.Context(), userID)
	return
}

func (s *server) latestNews(w http.ResponseWriter, r *http.Request) {
	news, err := s.latest(r)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

func (s *server) visited(r *http.Request) (err error) {
	resp, authErr := s.auth(r)
	if authErr != nil {
		log.Println(authErr)
		return s.store.visit(r.Context(), "guest")
	}
	err = s.store.visit(r.Context(), resp.User.UserID)
	return err
}

func (s *server) visit(w http.ResponseWriter, r *http.Request) {
	if err := s.visited(r); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
	}
}

func (s *server) fail(w http.ResponseWriter, err error) {
	log.Println(err)
	http.Error(w, "no", http.StatusInternalServerError)
}

func (s *server) failing(w http.ResponseWriter, r *http.Request) {
	var userID string
	if resp, err := s.auth(r); err == nil {
		userID = resp.User.UserID
	}
	if err := s.store.visit(r.Context(), userID); err != nil {
		s.fail(w, err)
		return
	}
	fmt.Fprintln(w, userID)
}

func (s *server) literal(w http.ResponseWriter, r *http.Request) {
	userID := func() string {
		if resp, err := s.auth(r); err == nil {
			return resp.User.UserID
		}
		return ""
	}()
	fail := func(err error) { http.Error(w, err.Error(), http.StatusInternalServerError) }
	if err := s.store.visit(r.Context(), userID); err != nil {
		fail(err)
		return
	}
	fmt.Fprintln(w, userID)
}

func (s *server) inLiteral(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, err := s.auth(r)
	if err == nil {
		userID = resp.User.UserID
	}
	news, err := func() ([]string, error) { return s.store.news(r.Context(), userID) }()
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}

// The error is kept.

type outcome struct {
	user string
	err  error
}

func (s *server) inStruct(w http.ResponseWriter, r *http.Request) {
	var o outcome
	resp, err := s.auth(r)
	if err == nil {
		o.user = resp.User.UserID
	}
	if _, o.err = s.store.news(r.Context(), o.user); o.err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, o.user)
}

func (s *server) inStructOther(w http.ResponseWriter, r *http.Request) {
	o := outcome{user: "guest"}
	if resp, err := s.auth(r); err == nil {
		o = outcome{user: resp.User.UserID}
	}
	o.err = s.store.visit(r.Context(), o.user)
	if o.err != nil {
		http.Error(w, o.err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, o.user)
}

func (s *server) dropped(w http.ResponseWriter, r *http.Request) {
	resp, _ := s.auth(r)
	if resp.User.UserID == "" {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	if err := s.store.visit(r.Context(), resp.User.UserID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
}

// The other failure comes first.

func (s *server) formFirst(w http.ResponseWriter, r *http.Request) {
	_, err := s.auth(r)
	if ferr := r.ParseForm(); ferr != nil {
		http.Error(w, "form", http.StatusInternalServerError)
		return
	}
	if err != nil {
		http.Error(w, "sign in", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *server) labelled(w http.ResponseWriter, r *http.Request) {
	var userID string
	resp, err := s.auth(r)
	if err != nil {
		goto guest
	}
	userID = resp.User.UserID
guest:
	if err := s.store.visit(r.Context(), userID); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, userID)
}

type key struct{}

// withUser tells the handlers after it who is signed in.
func (s *server) withUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if cookie, err := r.Cookie("session"); err == nil {
			if resp, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: cookie.Value}); err == nil {
				ctx = context.WithValue(ctx, key{}, resp.User)
			}
		}
		if err := s.store.visit(ctx, r.URL.Path); err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type elsewhere struct {
	auth  *authn.Service
	store store
}

// remember fails for other reasons, too.
func (s *elsewhere) remember(r *http.Request) (string, error) {
	user, err := s.auth.User(r.Context(), r.Header.Get("X-Session"))
	if err != nil {
		return "", fmt.Errorf("sign in: %w", err)
	}
	if err := s.store.visit(r.Context(), user.UserID); err != nil {
		return "", fmt.Errorf("visit: %w", err)
	}
	return user.UserID, nil
}

func (s *elsewhere) guest(w http.ResponseWriter, r *http.Request) {
	id, err := s.remember(r)
	if err != nil {
		id = "guest"
	}
	news, err := s.store.news(r.Context(), id)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(news)
}
