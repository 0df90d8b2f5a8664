package whatsapp

type SendParams struct {
	PhoneNumber       string `json:"phone_number,omitempty"`
	ExpirationMinutes int32  `json:"expiration_minutes,omitempty"`
	UserID            string `json:"user_id,omitempty"`
	SessionToken      string `json:"session_token,omitempty"`
	SessionJWT        string `json:"session_jwt,omitempty"`
}

type SendResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	PhoneID    string `json:"phone_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}

type LoginOrCreateParams struct {
	PhoneNumber         string `json:"phone_number,omitempty"`
	ExpirationMinutes   int32  `json:"expiration_minutes,omitempty"`
	CreateUserAsPending bool   `json:"create_user_as_pending,omitempty"`
}

type LoginOrCreateResponse struct {
	RequestID   string `json:"request_id,omitempty"`
	UserID      string `json:"user_id,omitempty"`
	PhoneID     string `json:"phone_id,omitempty"`
	UserCreated bool   `json:"user_created,omitempty"`
	StatusCode  int32  `json:"status_code,omitempty"`
}
