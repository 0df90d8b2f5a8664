package fiximports

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// Nothing would be left of the group.
func alone(e stytcherror.Error) bool {
	return strings.Contains(e.Error(), "session_not_found") // want `compare its ErrorType`
}
