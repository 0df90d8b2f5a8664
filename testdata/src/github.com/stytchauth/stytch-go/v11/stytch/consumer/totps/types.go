package totps

type RecoverParams struct {
	UserID       string `json:"user_id,omitempty"`
	RecoveryCode string `json:"recovery_code,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
}

type RecoverResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	TOTPID     string `json:"totp_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
