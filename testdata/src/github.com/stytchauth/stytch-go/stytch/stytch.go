// Package stytch stands in for the SDK's package of that name in its first two
// majors, whose module path has no version.
package stytch

import "fmt"

type Error struct {
	StatusCode   int          `json:"status_code,omitempty"`
	RequestID    string       `json:"request_id,omitempty"`
	ErrorType    ErrorType    `json:"error_type,omitempty"`
	ErrorMessage ErrorMessage `json:"error_message,omitempty"`
	ErrorURL     ErrorURL     `json:"error_url,omitempty"`
}

type (
	ErrorType    string
	ErrorMessage string
	ErrorURL     string
)

func (e Error) Error() string {
	return fmt.Sprintf("stytch: %d %s: %s", e.StatusCode, e.ErrorType, e.ErrorMessage)
}

type Env string

const (
	EnvTest Env = "test"
	EnvLive Env = "live"
)

type Client struct{}

func NewClient(env Env, projectID string, secret string) *Client { return &Client{} }

type AuthenticateMagicLink struct{}

type AuthenticateMagicLinkResponse struct {
	RequestID string `json:"request_id,omitempty"`
	UserID    string `json:"user_id,omitempty"`
}

func (c *Client) AuthenticateMagicLink(token string, body *AuthenticateMagicLink) (*AuthenticateMagicLinkResponse, error) {
	return nil, Error{StatusCode: 404, ErrorType: "magic_link_not_found"}
}
