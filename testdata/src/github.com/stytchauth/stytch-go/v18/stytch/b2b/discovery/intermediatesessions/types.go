package intermediatesessions

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/sessions"
)

type ExchangeParams struct {
	IntermediateSessionToken string `json:"intermediate_session_token,omitempty"`
	OrganizationID           string `json:"organization_id,omitempty"`
	SessionDurationMinutes   int32  `json:"session_duration_minutes,omitempty"`
}

type ExchangeResponse struct {
	RequestID                string                     `json:"request_id,omitempty"`
	MemberID                 string                     `json:"member_id,omitempty"`
	Member                   organizations.Member       `json:"member,omitempty"`
	SessionToken             string                     `json:"session_token,omitempty"`
	SessionJWT               string                     `json:"session_jwt,omitempty"`
	Organization             organizations.Organization `json:"organization,omitempty"`
	IntermediateSessionToken string                     `json:"intermediate_session_token,omitempty"`
	MemberAuthenticated      bool                       `json:"member_authenticated,omitempty"`
	StatusCode               int32                      `json:"status_code,omitempty"`
	MemberSession            *sessions.MemberSession    `json:"member_session,omitempty"`
}
