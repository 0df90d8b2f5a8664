package sessions

import (
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type AuthorizationCheck struct {
	ResourceID string `json:"resource_id,omitempty"`
	Action     string `json:"action,omitempty"`
}

type Session struct {
	SessionID    string         `json:"session_id,omitempty"`
	UserID       string         `json:"user_id,omitempty"`
	Roles        []string       `json:"roles,omitempty"`
	StartedAt    *time.Time     `json:"started_at,omitempty"`
	ExpiresAt    *time.Time     `json:"expires_at,omitempty"`
	CustomClaims map[string]any `json:"custom_claims,omitempty"`
}

type AuthenticateParams struct {
	SessionToken           string              `json:"session_token,omitempty"`
	SessionDurationMinutes int32               `json:"session_duration_minutes,omitempty"`
	SessionJWT             string              `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any      `json:"session_custom_claims,omitempty"`
	AuthorizationCheck     *AuthorizationCheck `json:"authorization_check,omitempty"`
}

type AuthenticateResponse struct {
	RequestID    string     `json:"request_id,omitempty"`
	Session      Session    `json:"session,omitempty"`
	SessionToken string     `json:"session_token,omitempty"`
	SessionJWT   string     `json:"session_jwt,omitempty"`
	User         users.User `json:"user,omitempty"`
	StatusCode   int32      `json:"status_code,omitempty"`
}

type GetParams struct {
	UserID string `json:"user_id,omitempty"`
}

type GetResponse struct {
	RequestID  string    `json:"request_id,omitempty"`
	Sessions   []Session `json:"sessions,omitempty"`
	StatusCode int32     `json:"status_code,omitempty"`
}

type RevokeParams struct {
	SessionID    string `json:"session_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	SessionJWT   string `json:"session_jwt,omitempty"`
}

type RevokeResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
