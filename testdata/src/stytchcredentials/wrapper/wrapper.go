// Package wrapper makes clients for other packages.
package wrapper

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

// Config is filled by others.
type Config struct {
	ProjectID string
	Secret    string
	BaseURI   string
}

func New(c Config) (*stytchapi.API, error) {
	return stytchapi.NewClient(c.ProjectID, c.Secret)
}

// Connect has its parameters in another order than the SDK.
func Connect(secret, projectID string, opts ...stytchapi.Option) (*stytchapi.API, error) {
	return stytchapi.NewClient(projectID, secret, opts...)
}

type options struct{ id, secret string }

// An Option sets something of a client.
type Option func(*options)

func WithProjectID(id string) Option  { return func(o *options) { o.id = id } }
func WithSecret(secret string) Option { return func(o *options) { o.secret = secret } }

func Build(opts ...Option) (*stytchapi.API, error) {
	var o options
	for _, set := range opts {
		set(&o)
	}
	return stytchapi.NewClient(o.id, o.secret)
}

// A Service has a method that connects.
type Service struct{ api *stytchapi.API }

func (s *Service) Connect(projectID, secret string) { s.api, _ = Connect(secret, projectID) }

// Proxied talks to another server.
func Proxied(projectID, secret, uri string) (*stytchapi.API, error) {
	return stytchapi.NewClient(projectID, secret, stytchapi.WithBaseURI(uri))
}

// Over talks to Stytch in its own way.
func Over(projectID, secret string, c *http.Client) (*stytchapi.API, error) {
	return stytchapi.NewClient(projectID, secret, stytchapi.WithHTTPClient(c))
}

// Either is for both.
func Either(a, b string) {
	stytchapi.NewClient(a, b)
	stytchapi.NewClient(b, a)
}

// Serve talks to the server that the configuration names, if it does.
func Serve(c Config, opts ...stytchapi.Option) (*stytchapi.API, error) {
	if c.BaseURI != "" {
		opts = append(opts, stytchapi.WithBaseURI(c.BaseURI))
	}
	return stytchapi.NewClient(c.ProjectID, c.Secret, opts...)
}
