// Package web has mistakes that several checks find, next to each other.
package web

import (
	"context"
	"errors"
	"log"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// The code and the status beside it.
var made = stytcherror.Error{StatusCode: 401, ErrorType: "session_expired"}

var madePointer = &stytcherror.Error{StatusCode: http.StatusUnauthorized, ErrorType: "session_expired"}

func and(e stytcherror.Error) bool {
	return e.StatusCode == 401 && e.ErrorType == "session_expired"
}

func andBackwards(e stytcherror.Error) bool {
	return e.ErrorType == "session_expired" && e.StatusCode == http.StatusUnauthorized
}

func guard(e stytcherror.Error) bool {
	if e.ErrorType != "session_expired" || e.StatusCode != 401 {
		return false
	}
	return true
}

const expired = "session_expired"

func named(e stytcherror.Error) bool {
	return e.StatusCode == 401 && e.ErrorType == expired
}

func namedTwice(e stytcherror.Error) bool {
	return e.StatusCode == 404 && e.ErrorType == expired
}

// A status beside a text.
func inText(e stytcherror.Error) bool {
	return e.StatusCode == 401 && strings.Contains(e.Error(), "session_not_found")
}

// A wrong code that is answered.
func signIn(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "session_expired" {
			http.Error(w, "signed out", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// A target that never matches, and is answered.
func signInTarget(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		var e *stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "session_not_found" {
			http.Error(w, "signed out", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// A text that is answered.
func signInText(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		if strings.Contains(err.Error(), "session_not_found") {
			http.Error(w, "signed out", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// A wrong status beside a code that is answered.
func signInStatus(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) && e.ErrorType == "session_not_found" && e.StatusCode == 401 {
			http.Error(w, "signed out", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// A wrong code in a text that is answered.
func signInWrongText(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		if strings.Contains(err.Error(), "session_expired") {
			http.Error(w, "signed out", http.StatusUnauthorized)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// All of it.
func signInAll(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	var e *stytcherror.Error
	if errors.As(err, &e) && e.StatusCode == 401 && e.ErrorType == "session_expired" {
		http.Error(w, "signed out", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// A code of which nothing is known.
func send(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_exist" {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// A target that never matches.
func sendTarget(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e *stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// A status that never comes with the code.
func sendStatus(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "email_not_found" && e.StatusCode == 400 {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// A text.
func sendText(ctx context.Context, c *stytchapi.API, address string) error {
	_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	if err != nil && strings.Contains(err.Error(), "email_not_found") {
		if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
			return err
		}
		_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
	}
	return err
}

// A retry with a wrong code.
func redeem(ctx context.Context, c *stytchapi.API, token string) error {
	_, err := c.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	var e stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "too_many_request" {
		_, err = c.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	}
	if err != nil {
		log.Print(err)
	}
	return err
}
