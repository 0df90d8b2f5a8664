// Package lib uses a vendored copy of the SDK.
package lib

import (
	"errors"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Type is the vendored one.
type Type = stytcherror.Type

// Is compares with it.
func Is(err error, codes ...Type) bool {
	var e stytcherror.Error
	if errors.As(err, &e) {
		for _, c := range codes {
			if e.ErrorType == c {
				return true
			}
		}
	}
	return false
}
