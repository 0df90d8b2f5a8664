package magiclinks

import (
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v11/stytch/consumer/users"
)

type AuthenticateParams struct {
	Token                  string         `json:"token,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
	CodeVerifier           string         `json:"code_verifier,omitempty"`
}

type AuthenticateResponse struct {
	RequestID     string            `json:"request_id,omitempty"`
	UserID        string            `json:"user_id,omitempty"`
	SessionToken  string            `json:"session_token,omitempty"`
	SessionJWT    string            `json:"session_jwt,omitempty"`
	User          users.User        `json:"user,omitempty"`
	StatusCode    int32             `json:"status_code,omitempty"`
	Session       *sessions.Session `json:"session,omitempty"`
	MethodID      string            `json:"method_id,omitempty"`
	ResetSessions bool              `json:"reset_sessions,omitempty"`
}

type CreateParams struct {
	UserID            string `json:"user_id,omitempty"`
	ExpirationMinutes int32  `json:"expiration_minutes,omitempty"`
}

type CreateResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	Token      string `json:"token,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
