package stytch

type Attributes struct {
	IPAddress string `json:"ip_address,omitempty"`
	UserAgent string `json:"user_agent,omitempty"`
}

type Name struct {
	FirstName string `json:"first_name,omitempty"`
	LastName  string `json:"last_name,omitempty"`
}

type MagicLinksEmailSendParams struct {
	Email             string     `json:"email"`
	LoginMagicLinkURL string     `json:"login_magic_link_url,omitempty"`
	Attributes        Attributes `json:"attributes,omitempty"`
}

type MagicLinksEmailSendResponse struct {
	RequestID string `json:"request_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
	EmailID   string `json:"email_id,omitempty"`
}

type MagicLinksEmailLoginOrCreateParams struct {
	Email               string     `json:"email"`
	LoginMagicLinkURL   string     `json:"login_magic_link_url,omitempty"`
	CreateUserAsPending bool       `json:"create_user_as_pending,omitempty"`
	Attributes          Attributes `json:"attributes,omitempty"`
}

type MagicLinksEmailLoginOrCreateResponse struct {
	RequestID   string `json:"request_id,omitempty"`
	UserID      string `json:"user_id,omitempty"`
	EmailID     string `json:"email_id,omitempty"`
	UserCreated bool   `json:"user_created,omitempty"`
}

type MagicLinksEmailInviteParams struct {
	Email              string `json:"email"`
	InviteMagicLinkURL string `json:"invite_magic_link_url,omitempty"`
	Name               Name   `json:"name,omitempty"`
}

type MagicLinksEmailInviteResponse struct {
	RequestID string `json:"request_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
}

type OTPsSMSSendParams struct {
	PhoneNumber       string `json:"phone_number"`
	ExpirationMinutes int32  `json:"expiration_minutes,omitempty"`
}

type OTPsSMSSendResponse struct {
	RequestID string `json:"request_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
	PhoneID   string `json:"phone_id,omitempty"`
}

type OTPsSMSLoginOrCreateParams struct {
	PhoneNumber         string `json:"phone_number"`
	ExpirationMinutes   int32  `json:"expiration_minutes,omitempty"`
	CreateUserAsPending bool   `json:"create_user_as_pending,omitempty"`
}

type OTPsSMSLoginOrCreateResponse struct {
	RequestID   string `json:"request_id,omitempty"`
	UserID      string `json:"user_id,omitempty"`
	PhoneID     string `json:"phone_id,omitempty"`
	UserCreated bool   `json:"user_created,omitempty"`
}

type UsersCreateParams struct {
	Email       string `json:"email,omitempty"`
	PhoneNumber string `json:"phone_number,omitempty"`
	Name        Name   `json:"name,omitempty"`
}

type UsersCreateResponse struct {
	RequestID string `json:"request_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
}
