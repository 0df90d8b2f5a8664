package sessions

import (
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
)

type AuthorizationCheck struct {
	OrganizationID string `json:"organization_id,omitempty"`
	ResourceID     string `json:"resource_id,omitempty"`
	Action         string `json:"action,omitempty"`
}

type MemberSession struct {
	MemberSessionID string     `json:"member_session_id,omitempty"`
	MemberID        string     `json:"member_id,omitempty"`
	OrganizationID  string     `json:"organization_id,omitempty"`
	Roles           []string   `json:"roles,omitempty"`
	StartedAt       *time.Time `json:"started_at,omitempty"`
	ExpiresAt       *time.Time `json:"expires_at,omitempty"`
}

type AuthenticateParams struct {
	SessionToken           string              `json:"session_token,omitempty"`
	SessionDurationMinutes int32               `json:"session_duration_minutes,omitempty"`
	SessionJWT             string              `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any      `json:"session_custom_claims,omitempty"`
	AuthorizationCheck     *AuthorizationCheck `json:"authorization_check,omitempty"`
}

type AuthenticateResponse struct {
	RequestID     string                     `json:"request_id,omitempty"`
	MemberSession MemberSession              `json:"member_session,omitempty"`
	SessionToken  string                     `json:"session_token,omitempty"`
	SessionJWT    string                     `json:"session_jwt,omitempty"`
	Member        organizations.Member       `json:"member,omitempty"`
	Organization  organizations.Organization `json:"organization,omitempty"`
	StatusCode    int32                      `json:"status_code,omitempty"`
}

type AuthenticateJWTParams struct {
	MaxTokenAge time.Duration
	Body        *AuthenticateParams
}

type ExchangeParams struct {
	OrganizationID         string         `json:"organization_id,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
}

type ExchangeResponse struct {
	RequestID           string                     `json:"request_id,omitempty"`
	MemberID            string                     `json:"member_id,omitempty"`
	SessionToken        string                     `json:"session_token,omitempty"`
	SessionJWT          string                     `json:"session_jwt,omitempty"`
	Member              organizations.Member       `json:"member,omitempty"`
	Organization        organizations.Organization `json:"organization,omitempty"`
	MemberAuthenticated bool                       `json:"member_authenticated,omitempty"`
	StatusCode          int32                      `json:"status_code,omitempty"`
	MemberSession       *MemberSession             `json:"member_session,omitempty"`
}

type RevokeRequestOptions struct{}

type RevokeParams struct {
	MemberSessionID string `json:"member_session_id,omitempty"`
	SessionToken    string `json:"session_token,omitempty"`
	SessionJWT      string `json:"session_jwt,omitempty"`
	MemberID        string `json:"member_id,omitempty"`
}

type RevokeResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
