package oauth

import (
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users"
)

type ProviderValues struct {
	AccessToken  string     `json:"access_token,omitempty"`
	RefreshToken string     `json:"refresh_token,omitempty"`
	IDToken      string     `json:"id_token,omitempty"`
	Scopes       []string   `json:"scopes,omitempty"`
	ExpiresAt    *time.Time `json:"expires_at,omitempty"`
}

type AuthenticateParams struct {
	Token                  string         `json:"token,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
	CodeVerifier           string         `json:"code_verifier,omitempty"`
}

type AuthenticateResponse struct {
	RequestID       string            `json:"request_id,omitempty"`
	UserID          string            `json:"user_id,omitempty"`
	ProviderSubject string            `json:"provider_subject,omitempty"`
	ProviderType    string            `json:"provider_type,omitempty"`
	SessionToken    string            `json:"session_token,omitempty"`
	SessionJWT      string            `json:"session_jwt,omitempty"`
	ProviderValues  ProviderValues    `json:"provider_values,omitempty"`
	User            users.User        `json:"user,omitempty"`
	StatusCode      int32             `json:"status_code,omitempty"`
	UserSession     *sessions.Session `json:"user_session,omitempty"`
}
