// Package typed has the SDK's type in its signatures.
package typed

import (
	"errors"
	"fmt"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Code is an alias, and Kind another name for the type.
type (
	Code = stytcherror.Type
	Kind stytcherror.Type
)

// Codes of this package.
const (
	Gone   Code = "session_not_found"
	Weak        = stytcherror.Type("weak_password")
	Absent Kind = "member_not_foud"
)

// Has compares.
func Has(err error, codes ...Code) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	for _, c := range codes {
		if ok && c == e.ErrorType {
			return true
		}
	}
	return false
}

// HasKind compares with the other type.
func HasKind(err error, k Kind) bool {
	e, ok := errors.AsType[stytcherror.Error](err)
	return ok && Kind(e.ErrorType) == k
}

// Log takes one, and compares it with nothing.
func Log(code Code, text string) { fmt.Println(code, text) }

// An Event has one.
type Event struct {
	Type Code
	Text string
}

// Titles has some.
var Titles = map[Code]string{Gone: "Please sign in again"}
