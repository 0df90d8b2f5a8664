// Package stytcherror is not the SDK's.
package stytcherror

type Type string

type Error struct {
	StatusCode int
	ErrorType  Type
}

func (e Error) Error() string { return string(e.ErrorType) }
