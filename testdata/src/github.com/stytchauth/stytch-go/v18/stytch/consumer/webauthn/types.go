package webauthn

type AuthenticateParams struct {
	PublicKeyCredential    string `json:"public_key_credential,omitempty"`
	SessionToken           string `json:"session_token,omitempty"`
	SessionDurationMinutes int32  `json:"session_duration_minutes,omitempty"`
}

type AuthenticateResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	UserID       string `json:"user_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}
