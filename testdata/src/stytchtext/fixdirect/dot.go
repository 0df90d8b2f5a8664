package fixdirect

import (
	. "strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Package strings has no name here.
func dotted(e stytcherror.Error) bool {
	return Contains(e.Error(), "session_not_found") // want `compare its ErrorType instead`
}
