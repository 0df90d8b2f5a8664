package passwords

import (
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type AuthenticateParams struct {
	Email                  string         `json:"email,omitempty"`
	Password               string         `json:"password,omitempty"`
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
}

type CreateParams struct {
	Email                  string      `json:"email,omitempty"`
	Password               string      `json:"password,omitempty"`
	SessionDurationMinutes int32       `json:"session_duration_minutes,omitempty"`
	Name                   *users.Name `json:"name,omitempty"`
}

type CreateResponse struct {
	RequestID    string            `json:"request_id,omitempty"`
	UserID       string            `json:"user_id,omitempty"`
	SessionToken string            `json:"session_token,omitempty"`
	SessionJWT   string            `json:"session_jwt,omitempty"`
	User         users.User        `json:"user,omitempty"`
	StatusCode   int32             `json:"status_code,omitempty"`
	Session      *sessions.Session `json:"session,omitempty"`
	EmailID      string            `json:"email_id,omitempty"`
}
