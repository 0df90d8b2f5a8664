package operations

import (
	nethttp "net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/magiclinks/discovery"
	b2bpasswords "github.com/stytchauth/stytch-go/v18/stytch/b2b/passwords"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/passwords"
)

// A spent link and an unknown one have a code each.

func (s *server) link(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.b2b.MagicLinks.Authenticate(r.Context(), &magiclinks.AuthenticateParams{MagicLinksToken: r.FormValue("token")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `a spent or expired magic link \("unable_to_auth_magic_link" or "magic_link_not_found"\)`
		return
	}
}

func (s *server) discovery(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.b2b.MagicLinks.Discovery.Authenticate(r.Context(), &discovery.AuthenticateParams{DiscoveryMagicLinksToken: r.FormValue("token")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `a spent or expired magic link \("unable_to_auth_magic_link" or "magic_link_not_found"\)`
		return
	}
}

// What a wrong password is reported as is known of one product.

func (s *server) password(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.api.Passwords.Authenticate(r.Context(), &passwords.AuthenticateParams{Email: r.FormValue("email"), Password: r.FormValue("password")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^a wrong password \("unauthorized_credentials"\) is answered`
		return
	}
}

func (s *server) memberPassword(w nethttp.ResponseWriter, r *nethttp.Request) {
	if _, err := s.b2b.Passwords.Authenticate(r.Context(), &b2bpasswords.AuthenticateParams{EmailAddress: r.FormValue("email"), Password: r.FormValue("password")}); err != nil {
		nethttp.Error(w, "server error", nethttp.StatusInternalServerError) // want `^a wrong password is answered`
		return
	}
}
