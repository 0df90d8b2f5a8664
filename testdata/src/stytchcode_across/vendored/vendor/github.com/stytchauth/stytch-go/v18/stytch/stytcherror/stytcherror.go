// Package stytcherror stands in for a vendored copy of the SDK's package.
package stytcherror

type Type string

type Error struct {
	StatusCode int
	ErrorType  Type
}

func (e Error) Error() string { return string(e.ErrorType) }

type OAuth2Error struct {
	StatusCode int
	ErrorType  Type
}

func (e OAuth2Error) Error() string { return string(e.ErrorType) }
