package fixdirect

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

const (
	untyped                  = "session_not_found"
	typed   string           = "user_not_found"
	code    stytcherror.Type = "weak_password"
)

type own string

const named own = "too_many_requests"

// Names of constants stay. One with a type is left alone.
func names(e stytcherror.Error) bool {
	switch {
	case strings.Contains(e.Error(), untyped): // want `compare its ErrorType instead`
		return true
	case strings.Contains(e.Error(), typed): // want `compare its ErrorType instead`
		return true
	case strings.Contains(e.Error(), string(code)): // want `compare its ErrorType instead`
		return true
	case strings.Contains(e.Error(), string(named)): // want `compare its ErrorType instead`
		return true
	case !strings.Contains(e.Error(), `email_not_found`): // want `compare its ErrorType instead`
		return true
	}
	return strings.Contains("names", "name")
}

// The code comes with the status beside it, or with another one in another condition.
func besideRight(e, other stytcherror.Error) bool {
	if e.StatusCode == 404 && strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	if other.StatusCode == 401 && strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	return e.StatusCode == 401 || strings.Contains(e.Error(), "session_not_found") // want `compare its ErrorType instead`
}
