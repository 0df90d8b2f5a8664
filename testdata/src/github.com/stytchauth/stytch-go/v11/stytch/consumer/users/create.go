package users

type CreateParams struct {
	Email               string `json:"email,omitempty"`
	Name                *Name  `json:"name,omitempty"`
	PhoneNumber         string `json:"phone_number,omitempty"`
	CreateUserAsPending bool   `json:"create_user_as_pending,omitempty"`
}

type CreateResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	PhoneID    string `json:"phone_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
