package operations

import (
	nethttp "net/http"

	b2bsession "github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords/session"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords/session"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/webauthn"
)

// Who signed in a while ago has to do so again before they set a password.

func (s *server) resetPassword(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.api.Passwords.Sessions.Reset(r.Context(), &session.ResetParams{SessionToken: r.FormValue("session"), Password: r.FormValue("password")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^an expired or too old session \("session_too_old_to_reset_password"\) is answered here as a failure of the server \(500\); answer 401 for it$`
		return
	}
}

func (s *server) resetMemberPassword(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.b2b.Passwords.Sessions.Reset(r.Context(), &b2bsession.ResetParams{SessionToken: r.FormValue("session"), Password: r.FormValue("password")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^an expired or too old session \("session_too_old_to_reset_password"\) is answered here`
		return
	}
}

func (s *server) passkey(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.api.WebAuthn.Authenticate(r.Context(), &webauthn.AuthenticateParams{PublicKeyCredential: r.FormValue("credential")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^a failed passkey \("unable_to_auth_webauthn_registration"\) is answered here`
		return
	}
}

// Right: the failure is the user's.

func (s *server) askedAgain(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.api.Passwords.Sessions.Reset(r.Context(), &session.ResetParams{SessionToken: r.FormValue("session"), Password: r.FormValue("password")}); err != nil {
		nethttp.Error(w, "sign in again", nethttp.StatusUnauthorized)
		return
	}
}
