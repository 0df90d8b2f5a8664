package recoverycodes

type RecoverParams struct {
	OrganizationID           string `json:"organization_id,omitempty"`
	MemberID                 string `json:"member_id,omitempty"`
	RecoveryCode             string `json:"recovery_code,omitempty"`
	IntermediateSessionToken string `json:"intermediate_session_token,omitempty"`
}

type RecoverResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	MemberID     string `json:"member_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}
