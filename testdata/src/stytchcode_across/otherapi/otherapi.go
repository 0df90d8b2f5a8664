// Package otherapi calls another API, whose errors have the same shape. It is
// no host of stytch.com that it names but in this comment.
package otherapi

const base = "https://api.example.com/stytch"

// Error is another API's.
type Error struct {
	StatusCode int    `json:"status_code"`
	ErrorType  string `json:"error_type"`
	Message    string `json:"error_message"`
}

// Is compares its code.
func (e *Error) Is(code string) bool { return e.ErrorType == code }
