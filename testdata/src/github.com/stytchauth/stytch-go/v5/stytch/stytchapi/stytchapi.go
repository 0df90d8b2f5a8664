package stytchapi

import (
	"github.com/stytchauth/stytch-go/v5/stytch"
	"github.com/stytchauth/stytch-go/v5/stytch/config"
	"github.com/stytchauth/stytch-go/v5/stytch/magiclink"
	"github.com/stytchauth/stytch-go/v5/stytch/session"
	"github.com/stytchauth/stytch-go/v5/stytch/totp"
)

type API struct {
	MagicLinks *magiclink.Client
	Sessions   *session.Client
	TOTPs      *totp.Client
}

type Option func(*API)

func WithBaseURI(uri string) Option {
	return func(*API) {}
}

func NewAPIClient(env config.Env, projectID string, secret string, opts ...Option) (*API, error) {
	c := stytch.New(env, projectID, secret)
	return &API{MagicLinks: &magiclink.Client{C: c}, Sessions: &session.Client{C: c}, TOTPs: &totp.Client{C: c}}, nil
}
