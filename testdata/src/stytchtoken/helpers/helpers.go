// Package helpers holds tokens that functions of the program spend.
package helpers

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type user struct{ id string }

var errMissing = errors.New("no token")

type service struct {
	client *stytchapi.API
	cache  map[string]*user
	secure bool
	hits   int
}

func (s *service) login(ctx context.Context, token string) (*user, error) {
	if token == "" {
		return nil, errMissing
	}
	resp, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return nil, fmt.Errorf("login: %w", err)
	}
	return &user{id: resp.UserID}, nil
}

func (s *service) verify(ctx context.Context, token string) error {
	_, err := s.login(ctx, token)
	return err
}

func (s *service) valid(ctx context.Context, token string) bool {
	_, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err == nil
}

func (s *service) params(ctx context.Context, p *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error) {
	return s.client.OAuth.Authenticate(ctx, p)
}

type request struct {
	Token string
	Kind  string
}

func (s *service) byRequest(ctx context.Context, req request) error {
	_, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: req.Token})
	return err
}

func (s *service) byPointer(ctx context.Context, req *request) error {
	_, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: req.Token})
	return err
}

func (s *service) twice(ctx context.Context, token string) {
	if _, err := s.login(ctx, token); err != nil {
		return
	}
	s.login(ctx, token) // want `this OAuth token was already authenticated on line \d+; it works once, so this call ends with "oauth_token_not_found"; use the first result`
}

func (s *service) checksFirst(ctx context.Context, token string) (*user, error) {
	if err := s.verify(ctx, token); err != nil {
		return nil, err
	}
	return s.login(ctx, token) // want `already authenticated on line \d+`
}

func (s *service) validThenLogin(ctx context.Context, token string) (*user, error) {
	if !s.valid(ctx, token) {
		return nil, errors.New("not valid")
	}
	return s.login(ctx, token) // want `already authenticated on line \d+`
}

func (s *service) directThenHelper(ctx context.Context, token string) {
	if _, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return
	}
	s.login(ctx, token) // want `already authenticated on line \d+`
}

func (s *service) helperThenDirect(ctx context.Context, token string) {
	if _, err := s.login(ctx, token); err != nil {
		return
	}
	s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

func (s *service) sharedParams(ctx context.Context, token string) {
	p := &oauth.AuthenticateParams{Token: token}
	if _, err := s.params(ctx, p); err != nil {
		return
	}
	s.params(ctx, p) // want `already authenticated on line \d+`
}

func (s *service) fields(ctx context.Context, req request) {
	if s.byRequest(ctx, req) != nil {
		return
	}
	s.byRequest(ctx, req) // want `already authenticated on line \d+`
}

func (s *service) pointers(ctx context.Context, req *request) {
	if err := s.byPointer(ctx, req); err != nil {
		return
	}
	s.byRequest(ctx, *req) // want `already authenticated on line \d+`
}

func (s *service) retriesHelper(ctx context.Context, token string) (u *user, err error) {
	for range 3 {
		if u, err = s.login(ctx, token); err == nil { // want `so a retry`
			return u, nil
		}
	}
	return nil, err
}

func (s *service) retriesChecked(ctx context.Context, token string) (u *user, err error) {
	for range 3 {
		if u, err = s.login(ctx, token); err == nil {
			return u, nil
		}
		var e stytcherror.Error
		if errors.As(err, &e) {
			break
		}
	}
	return nil, err
}

// The token is spent only where it was not before.
func (s *service) cached(ctx context.Context, token string) (*user, error) {
	if u, ok := s.cache[token]; ok {
		return u, nil
	}
	resp, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return nil, err
	}
	u := &user{id: resp.UserID}
	s.cache[token] = u
	return u, nil
}

func (s *service) cachedTwice(ctx context.Context, token string) {
	if _, err := s.cached(ctx, token); err != nil {
		return
	}
	s.cached(ctx, token)
}

func (s *service) cachedInline(ctx context.Context, token string) {
	if _, ok := s.cache[token]; !ok {
		s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		s.cache[token] = &user{}
	}
	if _, ok := s.cache[token]; !ok {
		s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

// The kind decides.
func (s *service) byKind(ctx context.Context, kind, token string) error {
	var err error
	switch kind {
	case "oauth":
		_, err = s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	case "magic_links":
		_, err = s.client.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	}
	return err
}

func (s *service) twoKinds(ctx context.Context, token string) {
	if err := s.byKind(ctx, "oauth", token); err == nil {
		return
	}
	s.byKind(ctx, "magic_links", token)
}

func (s *service) oneKind(ctx context.Context, kind, token string) {
	if s.byKind(ctx, "oauth", token) != nil {
		return
	}
	s.byKind(ctx, "oauth", token)          // want `already authenticated on line \d+`
	if s.byKind(ctx, kind, token) != nil { // want `already authenticated on line \d+`
		return
	}
}

// A condition that nobody can see from outside.
func (s *service) sometimes(ctx context.Context, token string) error {
	s.hits++
	if s.hits%2 == 0 {
		return nil
	}
	_, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

func (s *service) sometimesTwice(ctx context.Context, token string) {
	s.sometimes(ctx, token)
	s.sometimes(ctx, token)
}

func (s *service) enabled() bool { return s.secure }

func (s *service) enabledOrNot(ctx context.Context, token string) {
	if s.enabled() {
		s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	if !s.enabled() {
		s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	if s.secure {
		s.client.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	}
	log.Print("now the others")
	if !s.secure {
		s.client.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	}
}

// Requests are read by helpers, too.
func tokenOf(r *http.Request) string { return r.URL.Query().Get("token") }

func tokenOrForm(r *http.Request) string {
	if t := r.URL.Query().Get("token"); t != "" {
		return t
	}
	return r.FormValue("token")
}

func (s *service) reads(r *http.Request) {
	s.login(r.Context(), tokenOf(r))
	s.login(r.Context(), tokenOf(r)) // want `already authenticated on line \d+`
}

func (s *service) readsEither(r *http.Request) {
	s.login(r.Context(), tokenOrForm(r))
	s.login(r.Context(), tokenOrForm(r)) // want `already authenticated on line \d+`
}

func (s *service) authenticate(w http.ResponseWriter, r *http.Request) (*user, bool) {
	u, err := s.login(r.Context(), r.FormValue("token"))
	if err != nil {
		http.Error(w, "sign in again", http.StatusUnauthorized)
		return nil, false
	}
	return u, true
}

func (s *service) handler(w http.ResponseWriter, r *http.Request) {
	u, ok := s.authenticate(w, r)
	if !ok {
		return
	}
	log.Print(u.id)
	s.login(r.Context(), r.FormValue("token")) // want `already authenticated on line \d+`
}

func (s *service) handlerElse(w http.ResponseWriter, r *http.Request) {
	if _, ok := s.authenticate(w, r); !ok {
		log.Print("failed")
		return
	}
	s.client.Users.Get(r.Context(), &users.GetParams{})
}

// Functions that call themselves or each other.
func (s *service) recursive(ctx context.Context, token string, n int) error {
	if n == 0 {
		return nil
	}
	_, err := s.client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return s.recursive(ctx, token, n-1) // want `so a retry`
	}
	return nil
}

// What implements an interface of the program is not known.
type authenticator interface {
	Login(ctx context.Context, token string) (*user, error)
}

func twiceByInterface(ctx context.Context, a authenticator, token string) {
	a.Login(ctx, token)
	a.Login(ctx, token)
}

// One that has the SDK's parameters is.
type oauthClient interface {
	Authenticate(ctx context.Context, body *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error)
}

func twiceBySDKInterface(ctx context.Context, a oauthClient, token string) {
	if _, err := a.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return
	}
	a.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

type oauthFunc interface {
	Authenticate(ctx context.Context, body *oauth.AuthenticateParams) (*oauth.AuthenticateResponse, error)
	AuthenticateWithClaims(ctx context.Context, body *oauth.AuthenticateParams, claims any) (*oauth.AuthenticateResponse, error)
}

func embedded(ctx context.Context, token string, h struct{ oauthFunc }) {
	if _, err := h.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err != nil {
		return
	}
	h.AuthenticateWithClaims(ctx, &oauth.AuthenticateParams{Token: token}, nil) // want `already authenticated on line \d+`
}

// Method values and expressions.
func (s *service) methodValue(ctx context.Context, token string) {
	f := s.login
	f(ctx, token)
	f(ctx, token) // want `already authenticated on line \d+`
	g := (*service).verify
	g(s, ctx, token) // want `already authenticated on line \d+`
}

func mustLogin(u *user, err error) *user {
	if err != nil {
		panic(err)
	}
	return u
}

func (s *service) must(ctx context.Context, token string) {
	mustLogin(s.login(ctx, token))
	mustLogin(s.login(ctx, token)) // want `already authenticated on line \d+`
}

// The error of the second step is not that of the first.
func (s *service) create(ctx context.Context, token string) (*user, error) {
	u, err := s.login(ctx, token)
	if err != nil {
		return nil, err
	}
	if u.id == "" {
		return nil, errMissing
	}
	return u, nil
}

func (s *service) createOrLogin(ctx context.Context, token string) (*user, error) {
	if u, err := s.create(ctx, token); err == nil {
		return u, nil
	}
	return s.login(ctx, token)
}

func variadic(ctx context.Context, s *service, tokens ...string) {
	for _, t := range tokens {
		s.login(ctx, t)
	}
}

func callsVariadic(ctx context.Context, s *service, a, b string) {
	variadic(ctx, s, a, b)
	variadic(ctx, s, a, b)
}
