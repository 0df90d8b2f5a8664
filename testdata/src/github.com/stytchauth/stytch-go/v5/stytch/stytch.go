// Package stytch stands in for the SDK's package of that name.
package stytch

import (
	"github.com/stytchauth/stytch-go/v5/stytch/config"
	"github.com/stytchauth/stytch-go/v5/stytch/stytcherror"
)

const (
	EnvTest = config.EnvTest
	EnvLive = config.EnvLive
)

type Client struct{}

func New(env config.Env, projectID string, secret string) *Client { return &Client{} }

func (c *Client) NewRequest(method string, path string, queryParams map[string]string, body []byte, v interface{}) error {
	return stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"}
}

type Session struct {
	SessionID string `json:"session_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
}

type SessionsAuthenticateParams struct {
	SessionToken           string `json:"session_token,omitempty"`
	SessionDurationMinutes int32  `json:"session_duration_minutes,omitempty"`
	SessionJWT             string `json:"session_jwt,omitempty"`
}

type SessionsAuthenticateResponse struct {
	RequestID    string  `json:"request_id,omitempty"`
	Session      Session `json:"session,omitempty"`
	SessionToken string  `json:"session_token,omitempty"`
	SessionJWT   string  `json:"session_jwt,omitempty"`
}

type MagicLinksAuthenticateParams struct {
	Token                  string `json:"token,omitempty"`
	SessionToken           string `json:"session_token,omitempty"`
	SessionDurationMinutes int32  `json:"session_duration_minutes,omitempty"`
}

type MagicLinksAuthenticateResponse struct {
	RequestID    string  `json:"request_id,omitempty"`
	UserID       string  `json:"user_id,omitempty"`
	SessionToken string  `json:"session_token,omitempty"`
	Session      Session `json:"session,omitempty"`
}

type TOTPsRecoverParams struct {
	UserID       string `json:"user_id"`
	RecoveryCode string `json:"recovery_code"`
	SessionToken string `json:"session_token,omitempty"`
}

type TOTPsRecoverResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	UserID       string `json:"user_id,omitempty"`
	TOTPID       string `json:"totp_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
}
