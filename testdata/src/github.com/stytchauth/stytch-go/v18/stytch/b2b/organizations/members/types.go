package members

import (
	"github.com/stytchauth/stytch-go/v18/stytch/b2b/organizations"
)

type CreateRequestOptions struct{}

type CreateParams struct {
	OrganizationID        string `json:"organization_id,omitempty"`
	EmailAddress          string `json:"email_address,omitempty"`
	Name                  string `json:"name,omitempty"`
	CreateMemberAsPending bool   `json:"create_member_as_pending,omitempty"`
}

type CreateResponse struct {
	RequestID    string                     `json:"request_id,omitempty"`
	MemberID     string                     `json:"member_id,omitempty"`
	Member       organizations.Member       `json:"member,omitempty"`
	Organization organizations.Organization `json:"organization,omitempty"`
	StatusCode   int32                      `json:"status_code,omitempty"`
}

type GetParams struct {
	OrganizationID string `json:"organization_id,omitempty"`
	MemberID       string `json:"member_id,omitempty"`
	EmailAddress   string `json:"email_address,omitempty"`
}

type GetResponse struct {
	RequestID    string                     `json:"request_id,omitempty"`
	MemberID     string                     `json:"member_id,omitempty"`
	Member       organizations.Member       `json:"member,omitempty"`
	Organization organizations.Organization `json:"organization,omitempty"`
	StatusCode   int32                      `json:"status_code,omitempty"`
}
