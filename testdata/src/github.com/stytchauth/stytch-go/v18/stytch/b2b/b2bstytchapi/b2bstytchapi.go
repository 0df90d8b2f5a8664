package b2bstytchapi

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
)

type API struct {
	client stytch.Client

	Discovery     *b2b.DiscoveryClient
	Impersonation *b2b.ImpersonationClient
	MagicLinks    *b2b.MagicLinksClient
	OAuth         *b2b.OAuthClient
	Organizations *b2b.OrganizationsClient
	OTPs          *b2b.OTPsClient
	Passwords     *b2b.PasswordsClient
	RecoveryCodes *b2b.RecoveryCodesClient
	SSO           *b2b.SSOClient
	Sessions      *b2b.SessionsClient
	M2M           *consumer.M2MClient
}

type Logger interface {
	Printf(format string, v ...any)
}

type Option func(*API)

func WithLogger(logger Logger) Option {
	return func(*API) {}
}

func WithClient(client stytch.Client) Option {
	return func(api *API) { api.client = client }
}

func WithHTTPClient(client *http.Client) Option {
	return func(*API) {}
}

func WithBaseURI(uri string) Option {
	return func(*API) {}
}

func WithSkipJWKSInitialization() Option {
	return func(*API) {}
}

func NewClient(projectID string, secret string, opts ...Option) (*API, error) {
	a := &API{client: stytch.New(projectID, secret)}
	for _, o := range opts {
		o(a)
	}
	a.Discovery = b2b.NewDiscoveryClient(a.client)
	a.Impersonation = b2b.NewImpersonationClient(a.client)
	a.MagicLinks = b2b.NewMagicLinksClient(a.client)
	a.OAuth = b2b.NewOAuthClient(a.client)
	a.Organizations = b2b.NewOrganizationsClient(a.client)
	a.OTPs = b2b.NewOTPsClient(a.client)
	a.Passwords = b2b.NewPasswordsClient(a.client)
	a.RecoveryCodes = b2b.NewRecoveryCodesClient(a.client)
	a.SSO = b2b.NewSSOClient(a.client)
	a.Sessions = b2b.NewSessionsClient(a.client)
	a.M2M = consumer.NewM2MClient(a.client)
	return a, nil
}
