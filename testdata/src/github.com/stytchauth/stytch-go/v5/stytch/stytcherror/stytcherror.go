// Package stytcherror stands in for the SDK's package of that name.
package stytcherror

import "fmt"

type (
	Type    string
	Message string
	URL     string
)

type Error struct {
	StatusCode   int     `json:"status_code,omitempty"`
	RequestID    string  `json:"request_id,omitempty"`
	ErrorType    Type    `json:"error_type,omitempty"`
	ErrorMessage Message `json:"error_message,omitempty"`
	ErrorURL     URL     `json:"error_url,omitempty"`
}

func (e Error) Error() string {
	return fmt.Sprintf("stytch: %d %s: %s", e.StatusCode, e.ErrorType, e.ErrorMessage)
}

func NewClientLibraryError(message string) error {
	return Error{StatusCode: 500, ErrorType: "client_library_error", ErrorMessage: Message(message)}
}
