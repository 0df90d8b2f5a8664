package session

type ResetParams struct {
	Password     string `json:"password,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	SessionJWT   string `json:"session_jwt,omitempty"`
}

type ResetResponse struct {
	RequestID    string `json:"request_id,omitempty"`
	UserID       string `json:"user_id,omitempty"`
	SessionToken string `json:"session_token,omitempty"`
	StatusCode   int32  `json:"status_code,omitempty"`
}
