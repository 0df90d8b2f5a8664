package fiximports

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// The group goes with its last import.
func alone(e stytcherror.Error) bool {
	return strings.Contains(e.Error(), "session_not_found") // want `compare its ErrorType`
}
