package impersonation

type AuthenticateParams struct {
	ImpersonationToken string `json:"impersonation_token,omitempty"`
}

type AuthenticateResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	MemberID     string `json:"member_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	SessionJWT   string `json:"session_jwt,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}
