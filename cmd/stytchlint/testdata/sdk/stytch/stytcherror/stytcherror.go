// Package stytcherror stands in for the SDK's package of that name.
package stytcherror

type Type string

type Error struct {
	StatusCode   int    `json:"status_code"`
	RequestID    string `json:"request_id"`
	ErrorType    Type   `json:"error_type"`
	ErrorMessage string `json:"error_message"`
	ErrorURL     string `json:"error_url"`
}

func (e Error) Error() string { return string(e.ErrorType) + ": " + e.ErrorMessage }
