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
