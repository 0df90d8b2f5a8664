package email

import (
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type ResetStartParams struct {
	Email                          string `json:"email,omitempty"`
	ResetPasswordRedirectURL       string `json:"reset_password_redirect_url,omitempty"`
	ResetPasswordExpirationMinutes int32  `json:"reset_password_expiration_minutes,omitempty"`
	LoginRedirectURL               string `json:"login_redirect_url,omitempty"`
}

type ResetStartResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}

type ResetParams struct {
	Token                  string         `json:"token,omitempty"`
	Password               string         `json:"password,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
}

type ResetResponse struct {
	RequestID    string            `json:"request_id,omitempty"`
	UserID       string            `json:"user_id,omitempty"`
	SessionToken string            `json:"session_token,omitempty"`
	SessionJWT   string            `json:"session_jwt,omitempty"`
	User         users.User        `json:"user,omitempty"`
	StatusCode   int32             `json:"status_code,omitempty"`
	Session      *sessions.Session `json:"session,omitempty"`
}
