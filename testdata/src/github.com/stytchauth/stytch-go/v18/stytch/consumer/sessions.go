package consumer

import (
	"context"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type SessionsClient struct {
	C stytch.Client
}

func NewSessionsClient(c stytch.Client) *SessionsClient {
	return &SessionsClient{
		C: c,
	}
}

func (c *SessionsClient) Get(ctx context.Context, body *sessions.GetParams) (*sessions.GetResponse, error) {
	return request[sessions.GetResponse](ctx, c.C, "GET", "/v1/sessions", body)
}

func (c *SessionsClient) Authenticate(ctx context.Context, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error) {
	return request[sessions.AuthenticateResponse](ctx, c.C, "POST", "/v1/sessions/authenticate", body)
}

func (c *SessionsClient) AuthenticateWithClaims(ctx context.Context, body *sessions.AuthenticateParams, claims any) (*sessions.AuthenticateResponse, error) {
	return request[sessions.AuthenticateResponse](ctx, c.C, "POST", "/v1/sessions/authenticate", body)
}

func (c *SessionsClient) Revoke(ctx context.Context, body *sessions.RevokeParams) (*sessions.RevokeResponse, error) {
	return request[sessions.RevokeResponse](ctx, c.C, "POST", "/v1/sessions/revoke", body)
}

func (c *SessionsClient) AuthenticateJWT(ctx context.Context, maxTokenAge time.Duration, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error) {
	return c.Authenticate(ctx, body)
}

type jwtLocalOption func(*sessions.AuthorizationCheck)

func (c *SessionsClient) AuthenticateJWTLocal(token string, maxTokenAge time.Duration, opts ...jwtLocalOption) (*sessions.Session, error) {
	return nil, stytcherror.ErrJWKSNotInitialized
}
