package fixdirect

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type failure struct{ cause stytcherror.Error }

// The error has no name.
func (f failure) gone() bool {
	return strings.Contains(f.cause.Error(), "session_not_found") // want `compare its ErrorType instead`
}

// The answer is passed on.
func passed(e stytcherror.Error, log func(bool)) {
	log(strings.Contains(e.Error(), "session_not_found")) // want `compare its ErrorType instead`
}

// The code never comes with the status beside it.
func beside(e stytcherror.Error, retry bool) bool {
	if e.StatusCode == 401 && (retry && (strings.Contains(e.Error(), "session_not_found"))) { // want `compare its ErrorType instead`
		return true
	}
	status := e.StatusCode
	return 401 == status && strings.Contains(e.Error(), "session_not_found") // want `compare its ErrorType instead`
}
