package organizations

type Member struct {
	OrganizationID string `json:"organization_id,omitempty"`
	MemberID       string `json:"member_id,omitempty"`
	EmailAddress   string `json:"email_address,omitempty"`
	Status         string `json:"status,omitempty"`
	Name           string `json:"name,omitempty"`
}

type Organization struct {
	OrganizationID   string `json:"organization_id,omitempty"`
	OrganizationName string `json:"organization_name,omitempty"`
	OrganizationSlug string `json:"organization_slug,omitempty"`
}

type GetParams struct {
	OrganizationID string `json:"organization_id,omitempty"`
}

type GetResponse struct {
	RequestID    string       `json:"request_id,omitempty"`
	Organization Organization `json:"organization,omitempty"`
	StatusCode   int32        `json:"status_code,omitempty"`
}
