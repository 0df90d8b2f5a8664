package sso

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
)

type AuthenticateParams struct {
	SSOToken               string         `json:"sso_token,omitempty"`
	PkceCodeVerifier       string         `json:"pkce_code_verifier,omitempty"`
	SessionToken           string         `json:"session_token,omitempty"`
	SessionJWT             string         `json:"session_jwt,omitempty"`
	SessionDurationMinutes int32          `json:"session_duration_minutes,omitempty"`
	SessionCustomClaims    map[string]any `json:"session_custom_claims,omitempty"`
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
}
