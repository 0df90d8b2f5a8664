package oauth

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
)

type AuthenticateParams struct {
	OAuthToken             string         `json:"oauth_token,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
	PkceCodeVerifier       string         `json:"pkce_code_verifier,omitempty"`
}

type AuthenticateResponse struct {
	RequestID                string                     `json:"request_id,omitempty"`
	MemberID                 string                     `json:"member_id,omitempty"`
	OrganizationID           string                     `json:"organization_id,omitempty"`
	Member                   organizations.Member       `json:"member,omitempty"`
	SessionToken             string                     `json:"session_token,omitempty"`
	SessionJWT               string                     `json:"session_jwt,omitempty"`
	Organization             organizations.Organization `json:"organization,omitempty"`
	IntermediateSessionToken string                     `json:"intermediate_session_token,omitempty"`
	MemberAuthenticated      bool                       `json:"member_authenticated,omitempty"`
	StatusCode               int32                      `json:"status_code,omitempty"`
	MemberSession            *sessions.MemberSession    `json:"member_session,omitempty"`
	ProviderType             string                     `json:"provider_type,omitempty"`
}
