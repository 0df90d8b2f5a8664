package stytchapi

import (
	"github.com/stytchauth/stytch-go/v11/stytch"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer"
)

type API struct {
	client stytch.Client

	MagicLinks *consumer.MagicLinksClient
	Sessions   *consumer.SessionsClient
	TOTPs      *consumer.TOTPsClient
}

type Option func(*API)

func WithClient(client stytch.Client) Option {
	return func(api *API) { api.client = client }
}

func WithBaseURI(uri string) Option {
	return func(*API) {}
}

func NewClient(projectID string, secret string, opts ...Option) (*API, error) {
	a := &API{client: stytch.New(projectID, secret)}
	for _, o := range opts {
		o(a)
	}
	a.MagicLinks = consumer.NewMagicLinksClient(a.client)
	a.Sessions = consumer.NewSessionsClient(a.client)
	a.TOTPs = consumer.NewTOTPsClient(a.client)
	return a, nil
}
