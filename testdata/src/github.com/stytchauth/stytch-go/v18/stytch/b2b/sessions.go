package b2b

import (
	"context"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
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

func (c *SessionsClient) Authenticate(ctx context.Context, body *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error) {
	return request[sessions.AuthenticateResponse](ctx, c.C, "POST", "/v1/b2b/sessions/authenticate", body)
}

func (c *SessionsClient) Exchange(ctx context.Context, body *sessions.ExchangeParams) (*sessions.ExchangeResponse, error) {
	return request[sessions.ExchangeResponse](ctx, c.C, "POST", "/v1/b2b/sessions/exchange", body)
}

func (c *SessionsClient) Revoke(ctx context.Context, body *sessions.RevokeParams, methodOptions ...*sessions.RevokeRequestOptions) (*sessions.RevokeResponse, error) {
	return request[sessions.RevokeResponse](ctx, c.C, "POST", "/v1/b2b/sessions/revoke", body)
}

func (c *SessionsClient) AuthenticateJWT(ctx context.Context, params *sessions.AuthenticateJWTParams) (*sessions.AuthenticateResponse, error) {
	return c.Authenticate(ctx, params.Body)
}

func (c *SessionsClient) AuthenticateJWTLocal(ctx context.Context, token string, maxTokenAge time.Duration, authorizationCheck *sessions.AuthorizationCheck) (*sessions.MemberSession, error) {
	return nil, stytcherror.ErrJWKSNotInitialized
}
