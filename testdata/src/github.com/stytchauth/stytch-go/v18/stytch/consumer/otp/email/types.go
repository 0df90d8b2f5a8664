package email

type SendParams struct {
	Email             string `json:"email,omitempty"`
	ExpirationMinutes int32  `json:"expiration_minutes,omitempty"`
	UserID            string `json:"user_id,omitempty"`
	SessionToken      string `json:"session_token,omitempty"`
	SessionJWT        string `json:"session_jwt,omitempty"`
}

type SendResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}

type LoginOrCreateParams struct {
	Email               string `json:"email,omitempty"`
	ExpirationMinutes   int32  `json:"expiration_minutes,omitempty"`
	CreateUserAsPending bool   `json:"create_user_as_pending,omitempty"`
}

type LoginOrCreateResponse struct {
	RequestID   string `json:"request_id,omitempty"`
	UserID      string `json:"user_id,omitempty"`
	EmailID     string `json:"email_id,omitempty"`
	StatusCode  int32  `json:"status_code,omitempty"`
	UserCreated bool   `json:"user_created,omitempty"`
}
