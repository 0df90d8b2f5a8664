package discovery

type AuthenticateParams struct {
	EmailAddress string `json:"email_address,omitempty"`
	Code         string `json:"code,omitempty"`
}

type AuthenticateResponse struct {
	RequestID                string `json:"request_id,omitempty"`
	IntermediateSessionToken string `json:"intermediate_session_token,omitempty"`
	StatusCode               int32  `json:"status_code,omitempty"`
}
