package email

type SendParams struct {
	Email                   string `json:"email,omitempty"`
	LoginMagicLinkURL       string `json:"login_magic_link_url,omitempty"`
	SignupMagicLinkURL      string `json:"signup_magic_link_url,omitempty"`
	LoginExpirationMinutes  int32  `json:"login_expiration_minutes,omitempty"`
	SignupExpirationMinutes int32  `json:"signup_expiration_minutes,omitempty"`
	CodeChallenge           string `json:"code_challenge,omitempty"`
	UserID                  string `json:"user_id,omitempty"`
	SessionToken            string `json:"session_token,omitempty"`
	SessionJWT              string `json:"session_jwt,omitempty"`
}

type SendResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}

type LoginOrCreateParams struct {
	Email                   string `json:"email,omitempty"`
	LoginMagicLinkURL       string `json:"login_magic_link_url,omitempty"`
	SignupMagicLinkURL      string `json:"signup_magic_link_url,omitempty"`
	LoginExpirationMinutes  int32  `json:"login_expiration_minutes,omitempty"`
	SignupExpirationMinutes int32  `json:"signup_expiration_minutes,omitempty"`
	CreateUserAsPending     bool   `json:"create_user_as_pending,omitempty"`
	CodeChallenge           string `json:"code_challenge,omitempty"`
}

type LoginOrCreateResponse struct {
	RequestID   string `json:"request_id,omitempty"`
	UserID      string `json:"user_id,omitempty"`
	EmailID     string `json:"email_id,omitempty"`
	StatusCode  int32  `json:"status_code,omitempty"`
	UserCreated bool   `json:"user_created,omitempty"`
}

type InviteParams struct {
	Email                   string `json:"email,omitempty"`
	InviteTemplateID        string `json:"invite_template_id,omitempty"`
	InviteMagicLinkURL      string `json:"invite_magic_link_url,omitempty"`
	InviteExpirationMinutes int32  `json:"invite_expiration_minutes,omitempty"`
}

type InviteResponse struct {
	RequestID  string `json:"request_id,omitempty"`
	UserID     string `json:"user_id,omitempty"`
	EmailID    string `json:"email_id,omitempty"`
	StatusCode int32  `json:"status_code,omitempty"`
}
