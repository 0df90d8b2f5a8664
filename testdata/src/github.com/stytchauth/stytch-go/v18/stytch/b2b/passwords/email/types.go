package email

type ResetParams struct {
	PasswordResetToken string `json:"password_reset_token,omitempty"`
	Password           string `json:"password,omitempty"`
}

type ResetResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	MemberID     string `json:"member_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}
