// Package paths holds tokens that are spent twice on one path of a function,
// and those that are not.
package paths

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/b2bstytchapi"
	b2bmagiclinks "github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks"
	b2boauth "github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/oauth/discovery"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/recoverycodes"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sso"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

type server struct {
	stytch *stytchapi.API
	b2b    *b2bstytchapi.API
}

// The first result is checked, and then the token is sent again.
func (s *server) plain(ctx context.Context, token string) (string, error) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return "", err
	}
	log.Println(resp.UserID)
	again, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60}) // want `this OAuth token was already authenticated on line \d+; it works once, so this call ends with "oauth_token_not_found"; use the first result`
	if err != nil {
		return "", err
	}
	return again.SessionToken, nil
}

// Nobody looks at the first error.
func (s *server) unchecked(ctx context.Context, token string) {
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})
	s.stytch.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token}) // want `this magic link token was already authenticated on line \d+; it works once, so this call ends with "unable_to_auth_magic_link" or "magic_link_not_found"; use the first result`
}

// The error is logged, and the program goes on.
func (s *server) logged(ctx context.Context, token string) {
	_, err := s.b2b.SSO.Authenticate(ctx, &sso.AuthenticateParams{SSOToken: token})
	if err != nil {
		log.Printf("sso: %v", err)
	}
	_, err = s.b2b.SSO.Authenticate(ctx, &sso.AuthenticateParams{SSOToken: token}) // want `this SSO token was already authenticated on line \d+; it works once, so this call ends with "sso_token_not_found"; use the first result`
	_ = err
}

// No code is known for this one.
func (s *server) noCode(ctx context.Context, token string) {
	if _, err := s.b2b.OAuth.Discovery.Authenticate(ctx, &discovery.AuthenticateParams{DiscoveryOAuthToken: token}); err != nil {
		return
	}
	s.b2b.OAuth.Discovery.Authenticate(ctx, &discovery.AuthenticateParams{DiscoveryOAuthToken: token}) // want `this discovery OAuth token was already authenticated on line \d+; it works once, so this call fails; use the first result`
}

// A passcode belongs to a method.
func (s *server) passcode(ctx context.Context, method, code string) {
	s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: method, Code: code})
	s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{Code: code, MethodID: method}) // want `this passcode was already authenticated on line \d+; .* "otp_code_not_found" or "unable_to_auth_otp_code"; use the first result`
}

func (s *server) otherMethod(ctx context.Context, email, phone, code string) {
	s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: email, Code: code})
	s.stytch.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: phone, Code: code})
}

func (s *server) recovery(ctx context.Context, org, member, code string) {
	s.b2b.RecoveryCodes.Recover(ctx, &recoverycodes.RecoverParams{OrganizationID: org, MemberID: member, RecoveryCode: code})
	s.b2b.RecoveryCodes.Recover(ctx, &recoverycodes.RecoverParams{OrganizationID: org, MemberID: member, RecoveryCode: code}) // want `this recovery code was already used on line \d+; it works once, so this call ends with "unable_to_authenticate_recovery_code"; use the first result`
}

func (s *server) reset(ctx context.Context, token, password string) {
	s.stytch.Passwords.Email.Reset(ctx, &email.ResetParams{Token: token, Password: password})
	s.stytch.Passwords.Email.Reset(ctx, &email.ResetParams{Token: token, Password: password + "!"}) // want `this password reset token was already used on line \d+; .* "unable_to_auth_password_reset_token"; use the first result`
}

// With claims, and without.
func (s *server) claims(ctx context.Context, token string) {
	var claims map[string]any
	if _, err := s.stytch.OAuth.AuthenticateWithClaims(ctx, &oauth.AuthenticateParams{Token: token}, &claims); err != nil {
		return
	}
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

// Only one of the branches authenticates first.
func (s *server) branch(ctx context.Context, token string, peek bool) {
	if peek {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

func (s *server) exclusive(ctx context.Context, token string, long bool) (*oauth.AuthenticateResponse, error) {
	if long {
		return s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
	}
	return s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func (s *server) exclusiveElse(ctx context.Context, token string, long bool) (resp *oauth.AuthenticateResponse, err error) {
	if long {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
	} else {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	return
}

func (s *server) correlated(ctx context.Context, token string, long bool) {
	if long {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 60})
	}
	log.Print(token)
	if !long {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

func (s *server) notCorrelated(ctx context.Context, token string, a, b bool) {
	if a {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	if b {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	}
}

func (s *server) doneFlag(ctx context.Context, token string, early bool) {
	done := false
	if early {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		done = true
	}
	if !done {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

func (s *server) nilResult(ctx context.Context, token string, early bool) (resp *oauth.AuthenticateResponse, err error) {
	if early {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		if err != nil {
			return nil, err
		}
	}
	if resp == nil {
		resp, err = s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	return resp, err
}

func (s *server) switched(ctx context.Context, token, kind string) {
	switch kind {
	case "login", "signup":
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	case "link":
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token, SessionDurationMinutes: 5})
	}
	switch kind {
	case "other":
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
}

func (s *server) switchedTwice(ctx context.Context, token, kind string) {
	switch kind {
	case "login":
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	switch kind {
	case "login":
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	}
}

func (s *server) fallsThrough(ctx context.Context, token string, n int) {
	switch n {
	case 1:
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
		fallthrough
	case 2:
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	}
}

// A link may be one of two kinds.
func (s *server) otherOperation(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if _, err := s.stytch.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{Token: token}); err == nil {
		return
	}
	if _, err := s.stytch.OAuth.Authenticate(r.Context(), &oauth.AuthenticateParams{Token: token}); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}

func (s *server) otherProduct(ctx context.Context, token string) {
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	s.b2b.OAuth.Authenticate(ctx, &b2boauth.AuthenticateParams{OAuthToken: token})
}

func (s *server) reassigned(ctx context.Context, token string, next func() string) {
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	token = next()
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func (s *server) reusable(ctx context.Context, token string) {
	s.stytch.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
	s.stytch.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: token})
}

func (s *server) newSession(ctx context.Context, token string) {
	resp, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	if err != nil {
		return
	}
	s.stytch.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{SessionToken: resp.SessionToken})
}

// The order in which && and || are evaluated.
func (s *server) shortCircuit(ctx context.Context, token string, a bool) {
	ok := a && s.login(ctx, token)
	if !a {
		s.login(ctx, token)
	}
	_ = ok
}

func (s *server) shortCircuitTwice(ctx context.Context, token string, a bool) {
	if a && s.login(ctx, token) || s.login(ctx, token) { // want `retry`
		return
	}
}

func (s *server) login(ctx context.Context, token string) bool {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err == nil
}

func (s *server) jumps(ctx context.Context, token string, n int) {
	if n > 3 {
		goto end
	}
	s.b2b.MagicLinks.Authenticate(ctx, &b2bmagiclinks.AuthenticateParams{MagicLinksToken: token})
end:
	s.b2b.MagicLinks.Authenticate(ctx, &b2bmagiclinks.AuthenticateParams{MagicLinksToken: token}) // want `already authenticated on line \d+`
}

func (s *server) never(ctx context.Context, token string) {
	if _, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}); err == nil {
		log.Fatal("this cannot be")
	} else {
		panic(err)
	}
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

func (s *server) selected(ctx context.Context, token string, ready chan string) {
	select {
	case <-ctx.Done():
		return
	case other := <-ready:
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: other})
	default:
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
}

// Whichever it is, it is spent.
func (s *server) threeTimes(ctx context.Context, token string) error {
	_, err := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	_, err2 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	_, err3 := s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	return errors.Join(err, err2, err3)
}

// Others run at another time. What is deferred runs at the end.
func (s *server) concurrent(ctx context.Context, token string) {
	go s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	go func() {
		s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	}()
	defer s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token}) // want `already authenticated on line \d+`
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
}

// The sandbox has tokens that can be used again.
func (s *server) sandbox(ctx context.Context) {
	const token = "DOYoip3rvIMMW5lgItikFK-Ak1CfMsgjuiCyI7uuU94="
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{})
	s.stytch.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{})
}
