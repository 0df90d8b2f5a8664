package code_test

import (
	"errors"
	"fmt"

	"github.com/stytchlint/stytchlint/catalog/code"
)

// Type and Error stand for the types of the same names in Stytch's package
// stytcherror, which returns errors by value.
type Type string

type Error struct {
	StatusCode int
	ErrorType  Type
}

func (e Error) Error() string { return string(e.ErrorType) }

func authenticate() error {
	return Error{StatusCode: 404, ErrorType: "session_not_found"}
}

func Example() {
	err := authenticate()
	if apiErr, ok := errors.AsType[Error](err); ok {
		switch apiErr.ErrorType {
		case code.SessionNotFound:
			fmt.Println("please sign in again")
		case code.TooManyRequests:
			fmt.Println("please wait a moment")
		}
	}
	// Output: please sign in again
}
