package email

type AuthenticateParams struct {
	OrganizationID string `json:"organization_id,omitempty"`
	EmailAddress   string `json:"email_address,omitempty"`
	Code           string `json:"code,omitempty"`
	SessionToken   string `json:"session_token,omitempty"`
}

type AuthenticateResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	MemberID     string `json:"member_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}

type LoginOrSignupParams struct {
	OrganizationID string `json:"organization_id,omitempty"`
	EmailAddress   string `json:"email_address,omitempty"`
}

type LoginOrSignupResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	MemberID   string `json:"member_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
