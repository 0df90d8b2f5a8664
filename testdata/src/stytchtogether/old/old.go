//go:build go1.21

// Package old is written for a Go without errors.AsType.
package old

import (
	"errors"
	"net/http"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// A text is searched, and another code is not answered.
func declaresTwice(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		if strings.Contains(err.Error(), "too_many_requests") {
			http.Error(w, "later", http.StatusTooManyRequests)
			return
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	_ = resp
}

// Two texts are searched.
func twoTexts(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil && strings.Contains(err.Error(), "too_many_requests") {
		http.Error(w, "later", http.StatusTooManyRequests)
		return
	}
	if err != nil && strings.Contains(err.Error(), "session_not_found") {
		http.Error(w, "signed out", http.StatusUnauthorized)
		return
	}
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

// A text is searched for the log, and no code is answered.
func declaresBoth(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		if strings.Contains(err.Error(), "too_many_requests") {
			println("too many")
		}
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	println("signed in")
}

// The same without anything before the answer, and a search behind it.
func declaresBehind(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		if strings.Contains(err.Error(), "too_many_requests") {
			println("too many")
		}
		return
	}
	println("signed in")
}

func returned(r *http.Request, c *stytchapi.API) bool {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if err != nil {
		println("failed")
	}
	return strings.Contains(err.Error(), "session_not_found")
}

// The token is authenticated again, and the error is only logged.
func again(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	resp, err := c.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil {
		println(err.Error())
	}
	second, err := c.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil {
		println(err.Error())
	}
	w.Write([]byte(resp.SessionToken + second.SessionToken))
}

// The error is only logged, the target never matches, and the code is none.
func logged(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	var e *stytcherror.Error
	if errors.As(err, &e) && e.ErrorType == "session_expired" && e.StatusCode == 401 {
		println("signed out")
	}
	if _, err := w.Write([]byte("secret")); err != nil {
		println(err)
	}
}

// An assertion that never matches, a text and a wrong status.
func asserted(w http.ResponseWriter, r *http.Request, c *stytchapi.API) {
	_, err := c.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.FormValue("token")})
	if e, ok := err.(*stytcherror.Error); ok && e.ErrorType == "session_not_found" && e.StatusCode == 401 {
		http.Error(w, "signed out", 401)
		return
	}
	if err != nil && strings.Contains(err.Error(), "session_not_found") {
		http.Error(w, "signed out", 401)
		return
	}
	if err != nil {
		http.Error(w, "failed", 500)
	}
}
