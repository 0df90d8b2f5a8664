// Package stytcherror has the name of the SDK's, but is a program's own.
package stytcherror

// Error is returned as a pointer.
type Error struct{ StatusCode int }

func (e *Error) Error() string { return "" }

// New returns one.
func New(code int) error { return &Error{code} }

// OAuth2Error is one whose methods are those of values, and is a pointer all the same.
type OAuth2Error struct{ StatusCode int }

func (e OAuth2Error) Error() string { return "" }

// NewOAuth2 returns one.
func NewOAuth2(code int) error { return &OAuth2Error{code} }
