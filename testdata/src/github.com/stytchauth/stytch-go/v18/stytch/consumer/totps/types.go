package totps

import (
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type AuthenticateParams struct {
	UserID                 string         `json:"user_id,omitempty"`
	TOTPCode               string         `json:"totp_code,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
}

type AuthenticateResponse struct {
	RequestID    string            `json:"request_id,omitempty"`
	UserID       string            `json:"user_id,omitempty"`
	SessionToken string            `json:"session_token,omitempty"`
	SessionJWT   string            `json:"session_jwt,omitempty"`
	User         users.User        `json:"user,omitempty"`
	StatusCode   int32             `json:"status_code,omitempty"`
	Session      *sessions.Session `json:"session,omitempty"`
	TOTPID       string            `json:"totpid,omitempty"`
}

type RecoverParams struct {
	UserID       string `json:"user_id,omitempty"`
	RecoveryCode string `json:"recovery_code,omitempty"`
}

type RecoverResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
