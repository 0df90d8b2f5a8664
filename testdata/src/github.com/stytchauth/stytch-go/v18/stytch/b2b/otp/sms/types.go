package sms

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
)

type SendParams struct {
	OrganizationID string `json:"organization_id,omitempty"`
	MemberID       string `json:"member_id,omitempty"`
	MFAPhoneNumber string `json:"mfa_phone_number,omitempty"`
}

type SendResponse struct {
	RequestID    string                     `json:"request_id,omitempty"`
	MemberID     string                     `json:"member_id,omitempty"`
	Member       organizations.Member       `json:"member,omitempty"`
	Organization organizations.Organization `json:"organization,omitempty"`
	StatusCode   int32                      `json:"status_code,omitempty"`
}

type AuthenticateParams struct {
	OrganizationID           string         `json:"organization_id,omitempty"`
	MemberID                 string         `json:"member_id,omitempty"`
	Code                     string         `json:"code,omitempty"`
	IntermediateSessionToken string         `json:"intermediate_session_token,omitempty"`
	SessionToken             string         `json:"session_token,omitempty"`
	SessionJWT               string         `json:"session_jwt,omitempty"`
	SessionDurationMinutes   int32          `json:"session_duration_minutes,omitempty"`
	SessionCustomClaims      map[string]any `json:"session_custom_claims,omitempty"`
}

type AuthenticateResponse struct {
	RequestID     string                     `json:"request_id,omitempty"`
	MemberID      string                     `json:"member_id,omitempty"`
	Member        organizations.Member       `json:"member,omitempty"`
	Organization  organizations.Organization `json:"organization,omitempty"`
	SessionToken  string                     `json:"session_token,omitempty"`
	SessionJWT    string                     `json:"session_jwt,omitempty"`
	StatusCode    int32                      `json:"status_code,omitempty"`
	MemberSession *sessions.MemberSession    `json:"member_session,omitempty"`
}
