// Package webapp is a part of a web application as people write them.
package webapp

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type server struct {
	api *stytchapi.API
	log *slog.Logger
}

// the errors that the application tells its clients
type problem struct {
	Status int    `json:"-"`
	Code   string `json:"code"`
	Text   string `json:"text,omitempty"`
}

func (p problem) Error() string { return p.Code }

var (
	errNoSession = problem{http.StatusUnauthorized, "session_expired", "Please sign in"}
	errNoCart    = problem{http.StatusNotFound, "cart_not_found", ""}
	errInternal  = problem{http.StatusInternalServerError, "internal_error", ""}
)

// what Stytch's codes mean to them
var problems = map[stytcherror.Type]problem{
	"session_not_found":         errNoSession,
	"sesion_expired":            errNoSession, // want `"sesion_expired" is not`
	"unable_to_auth_magic_link": {http.StatusGone, "link_expired", "The link was used"},
	"magic_link_expired":        {http.StatusGone, "link_expired", "The link was used"}, // want `"unable_to_auth_magic_link"`
	"too_many_request":          {http.StatusTooManyRequests, "slow_down", ""},          // want `"too_many_requests"`
}

func writeError(w http.ResponseWriter, err error) {
	p := errInternal
	var e stytcherror.Error
	switch {
	case errors.As(err, &p):
	case errors.As(err, &e):
		var ok bool
		if p, ok = problems[e.ErrorType]; !ok {
			p = problem{Status: e.StatusCode, Code: string(e.ErrorType), Text: string(e.ErrorMessage)}
		}
	}
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p)
}

func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	if code := r.URL.Query().Get("error"); code == "acess_denied" || code == "sesion_not_found" {
		writeError(w, problem{Status: http.StatusForbidden, Code: code})
		return
	}
	res, err := s.api.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: r.FormValue("token")})
	if err != nil {
		var e stytcherror.Error
		if errors.As(err, &e) && string(e.ErrorType) == "magic_link_token_expired" { // want `"unable_to_auth_magic_link"`
			http.Redirect(w, r, "/login?reason=sesion_expired", http.StatusSeeOther)
			return
		}
		s.log.Error("authenticate", "code", e.ErrorType, "err", err)
		writeError(w, err)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "stytch_session", Value: res.SessionToken})
}

func (s *server) session(ctx context.Context, token string) error {
	_, err := s.api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	switch {
	case err == nil:
		return nil
	case hasCode(err, "session_not_found", "session_revoked"): // want `"session_revoked" is not`
		return errNoSession
	}
	return err
}

func hasCode(err error, codes ...stytcherror.Type) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, c := range codes {
		if e.ErrorType == c {
			return true
		}
	}
	return false
}

// a metric with the code as label
func (s *server) outcome(err error) string {
	var e stytcherror.Error
	if errors.As(err, &e) {
		return string(e.ErrorType)
	}
	if err != nil {
		return "error"
	}
	return "ok"
}

func (s *server) count(err error) bool { return s.outcome(err) != "ok" }

// a session of the shop, not of Stytch
func (s *server) checkout(w http.ResponseWriter, r *http.Request) {
	if err := load(r.FormValue("cart")); errors.Is(err, errNoCart) || err != nil && err.Error() == "sesion_not_found" {
		http.Error(w, "session_not_foud", http.StatusNotFound)
	}
}

func load(id string) error { return errNoCart }
