package stytchapi

import (
	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
)

type API struct {
	client stytch.Client

	MagicLinks *consumer.MagicLinksClient
	M2M        *consumer.M2MClient
	Passwords  *consumer.PasswordsClient
	Sessions   *consumer.SessionsClient
}

type Option func(*API)

func WithClient(client stytch.Client) Option {
	return func(api *API) { api.client = client }
}

func WithBaseURI(uri string) Option {
	return func(api *API) {
		if c, ok := api.client.(*stytch.DefaultClient); ok {
			c.BaseURI = uri
		}
	}
}

func NewClient(projectID string, secret string, opts ...Option) (*API, error) {
	a := &API{client: stytch.New(projectID, secret)}
	for _, o := range opts {
		o(a)
	}
	a.MagicLinks = consumer.NewMagicLinksClient(a.client)
	a.M2M = consumer.NewM2MClient(a.client)
	a.Passwords = consumer.NewPasswordsClient(a.client)
	a.Sessions = consumer.NewSessionsClient(a.client)
	return a, nil
}
