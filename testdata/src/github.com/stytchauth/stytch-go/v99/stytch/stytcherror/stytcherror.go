// Package stytcherror stands in for the SDK's package of that name, in a
// version whose clients have no LoginOrCreate.
package stytcherror

type Type string

type Error struct {
	StatusCode int
	ErrorType  Type
}

func (e Error) Error() string { return string(e.ErrorType) }
