package email

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
)

type LoginOrSignupParams struct {
	OrganizationID    string `json:"organization_id,omitempty"`
	EmailAddress      string `json:"email_address,omitempty"`
	LoginRedirectURL  string `json:"login_redirect_url,omitempty"`
	SignupRedirectURL string `json:"signup_redirect_url,omitempty"`
}

type LoginOrSignupResponse struct {
	RequestID     string                     `json:"request_id,omitempty"`
	MemberID      string                     `json:"member_id,omitempty"`
	MemberCreated bool                       `json:"member_created,omitempty"`
	Member        organizations.Member       `json:"member,omitempty"`
	Organization  organizations.Organization `json:"organization,omitempty"`
	StatusCode    int32                      `json:"status_code,omitempty"`
}
