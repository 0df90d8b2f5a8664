// Package across has tokens spent by another package.
package across

import (
	"context"
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
	"stytchtoken/authn"
)

func twice(ctx context.Context, token string) {
	if _, err := authn.Login(ctx, token); err != nil {
		return
	}
	authn.Login(ctx, token) // want `this OAuth token was already authenticated on line \d+`
}

// The error is looked at, and says that the token was not spent.
func examined(ctx context.Context, token string) {
	_, err := authn.Direct(ctx, token)
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode >= 500 {
		authn.Direct(ctx, token)
	}
}

// No error says that it was.
func succeeded(ctx context.Context, token string) {
	_, err := authn.Direct(ctx, token)
	var e stytcherror.Error
	if err == nil || errors.As(err, &e) && e.StatusCode >= 500 {
		authn.Direct(ctx, token) // want `already authenticated`
	}
}

func here(ctx context.Context, token string) (*oauth.AuthenticateResponse, error) {
	return authn.Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func examinedHere(ctx context.Context, token string) {
	_, err := here(ctx, token)
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode >= 500 {
		here(ctx, token)
	}
}

func succeededHere(ctx context.Context, token string) {
	_, err := here(ctx, token)
	var e stytcherror.Error
	if err == nil || errors.As(err, &e) && e.StatusCode >= 500 {
		here(ctx, token) // want `already authenticated`
	}
}

func trimmed(ctx context.Context, token string) {
	if authn.Trimmed(ctx, token) == nil {
		authn.Login(ctx, token) // want `already authenticated`
	}
}

func kinds(ctx context.Context, token string) {
	authn.Prefixed(ctx, "sms", token, false)
	authn.Login(ctx, token)
}

func kind(ctx context.Context, token string) {
	authn.Prefixed(ctx, "oauth", token, false)
	authn.Login(ctx, token) // want `already authenticated`
}

func forced(ctx context.Context, token string) {
	authn.Prefixed(ctx, "sms", token, true)
	authn.Login(ctx, token) // want `already authenticated`
}

func second(ctx context.Context, a, b string) {
	authn.Pair(ctx, a, b)
	authn.Login(ctx, b) // want `already authenticated`
}

func again(ctx context.Context, token string) {
	authn.Again(func() error {
		return authn.Trimmed(ctx, token) // want `so a retry`
	})
}

func method(ctx context.Context, s *authn.Service, token string) {
	if !s.Login(ctx, token) {
		return
	}
	s.Login(ctx, token) // want `already authenticated`
}

func value(ctx context.Context, token string) {
	f := authn.Login
	f(ctx, token)
	f(ctx, token) // want `already authenticated`
}

func examinedDirect(ctx context.Context, token string) {
	_, err := authn.Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	var e stytcherror.Error
	if errors.As(err, &e) && e.StatusCode >= 500 {
		authn.Client.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

// What another package says of an error is not known, but nothing of nil.
func asked(ctx context.Context, token string) {
	_, err := authn.Direct(ctx, token)
	if authn.Says(err) == "timeout" {
		authn.Direct(ctx, token)
	}
}

func askedHere(ctx context.Context, token string) {
	_, err := here(ctx, token)
	if authn.Says(err) == "timeout" {
		here(ctx, token)
	}
}

// What the call has brought says nothing of its error.
func askedOfResponse(ctx context.Context, token string) {
	resp, err := authn.Direct(ctx, token)
	if err == nil && resp.UserID != "" {
		authn.Direct(ctx, token) // want `already authenticated`
	}
}
