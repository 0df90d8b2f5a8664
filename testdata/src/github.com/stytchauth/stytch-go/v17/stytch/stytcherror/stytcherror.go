// Package stytcherror stands in for the SDK's package of that name.
package stytcherror

import (
	"errors"
	"fmt"
)

type (
	Type    string
	Message string
	URL     string
	Details map[string]any
)

type Error struct {
	StatusCode   int     `json:"status_code,omitempty"`
	RequestID    string  `json:"request_id,omitempty"`
	ErrorType    Type    `json:"error_type,omitempty"`
	ErrorMessage Message `json:"error_message,omitempty"`
	ErrorURL     URL     `json:"error_url,omitempty"`
	ErrorDetails Details `json:"error_details,omitempty"`
}

func (e Error) Error() string {
	return fmt.Sprintf("stytch: %d %s: %s", e.StatusCode, e.ErrorType, e.ErrorMessage)
}

type OAuth2Error struct {
	StatusCode   int     `json:"status_code,omitempty"`
	RequestID    string  `json:"request_id,omitempty"`
	ErrorType    Type    `json:"error,omitempty"`
	ErrorMessage Message `json:"error_description,omitempty"`
	ErrorURL     URL     `json:"error_uri,omitempty"`
}

func (e OAuth2Error) Error() string {
	return fmt.Sprintf("stytch: oauth2: %d %s: %s", e.StatusCode, e.ErrorType, e.ErrorMessage)
}

func NewClientLibraryError(message string) error {
	return Error{StatusCode: 500, ErrorType: "client_library_error", ErrorMessage: Message(message)}
}

func NewSessionAuthorizationTenancyError(subjectOrgID string, requestOrgID string) error {
	return Error{StatusCode: 403, ErrorType: "session_authorization_tenancy_error"}
}

func NewPermissionError() error {
	return Error{StatusCode: 403, ErrorType: "session_authorization_error"}
}

func NewM2MPermissionError() error {
	return Error{StatusCode: 403, ErrorType: "m2m_authorization_error"}
}

func NewInvalidOAuth2TokenError() error {
	return Error{StatusCode: 400, ErrorType: "oauth2_invalid_token_error"}
}

var ErrJWKSNotInitialized = errors.New("JWKS not initialized")
