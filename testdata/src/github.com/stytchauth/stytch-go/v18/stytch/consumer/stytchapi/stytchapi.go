package stytchapi

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
)

type API struct {
	client stytch.Client

	Impersonation *consumer.ImpersonationClient
	MagicLinks    *consumer.MagicLinksClient
	M2M           *consumer.M2MClient
	OAuth         *consumer.OAuthClient
	OTPs          *consumer.OTPsClient
	Passwords     *consumer.PasswordsClient
	Sessions      *consumer.SessionsClient
	TOTPs         *consumer.TOTPsClient
	Users         *consumer.UsersClient
	WebAuthn      *consumer.WebAuthnClient
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
	a.Impersonation = consumer.NewImpersonationClient(a.client)
	a.MagicLinks = consumer.NewMagicLinksClient(a.client)
	a.M2M = consumer.NewM2MClient(a.client)
	a.OAuth = consumer.NewOAuthClient(a.client)
	a.OTPs = consumer.NewOTPsClient(a.client)
	a.Passwords = consumer.NewPasswordsClient(a.client)
	a.Sessions = consumer.NewSessionsClient(a.client)
	a.TOTPs = consumer.NewTOTPsClient(a.client)
	a.Users = consumer.NewUsersClient(a.client)
	a.WebAuthn = consumer.NewWebAuthnClient(a.client)
	return a, nil
}
