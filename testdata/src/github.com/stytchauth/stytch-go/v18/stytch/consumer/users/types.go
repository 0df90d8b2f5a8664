package users

type Name struct {
	FirstName  string `json:"first_name,omitempty"`
	MiddleName string `json:"middle_name,omitempty"`
	LastName   string `json:"last_name,omitempty"`
}

type Email struct {
	EmailID  string `json:"email_id,omitempty"`
	Email    string `json:"email,omitempty"`
	Verified bool   `json:"verified,omitempty"`
}

type User struct {
	UserID   string  `json:"user_id,omitempty"`
	Emails   []Email `json:"emails,omitempty"`
	Status   string  `json:"status,omitempty"`
	IsLocked bool    `json:"is_locked,omitempty"`
	Name     *Name   `json:"name,omitempty"`
}

type CreateParams struct {
	Email               string `json:"email,omitempty"`
	Name                *Name  `json:"name,omitempty"`
	PhoneNumber         string `json:"phone_number,omitempty"`
	CreateUserAsPending bool   `json:"create_user_as_pending,omitempty"`
	ExternalID          string `json:"external_id,omitempty"`
}

type CreateResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	Status     string `json:"status,omitempty"`
	PhoneID    string `json:"phone_id,omitempty"`
	User       User   `json:"user,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}

type GetParams struct {
	UserID string `json:"user_id,omitempty"`
}

type GetResponse struct {
	RequestID  string  `json:"request_id,omitempty"`
	UserID     string  `json:"user_id,omitempty"`
	Emails     []Email `json:"emails,omitempty"`
	Status     string  `json:"status,omitempty"`
	IsLocked   bool    `json:"is_locked,omitempty"`
	StatusCode int32   `json:"status_code,omitempty"`
	Name       *Name   `json:"name,omitempty"`
}
