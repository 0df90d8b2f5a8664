package fixdirect

import (
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func direct(e stytcherror.Error, p *stytcherror.Error) bool {
	if strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	if !strings.Contains(e.Error(), "too_many_requests") || !(strings.Contains(e.Error(), "weak_password")) { // want `compare its ErrorType instead` `compare its ErrorType instead`
		return true
	}
	switch {
	case strings.Contains(e.Error(), "user_not_found"): // want `compare its ErrorType instead`
		return true
	case strings.Contains(e.Error(), "user_not_found") == true: // want `compare its ErrorType instead`
		return true
	}
	found := strings.Contains(p.Error(), "session_not_found")         // want `compare its ErrorType instead`
	return found && strings.HasPrefix(e.Error(), "session_not_found") // want `compare its ErrorType instead`
}

// What is compared already would be compared twice, which go vet reports.
func twice(e, other stytcherror.Error) bool {
	if e.ErrorType == "session_not_found" || strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	if (strings.Contains(e.Error(), "session_not_found")) || e.StatusCode == 401 || string(e.ErrorType) == "session_not_found" { // want `compare its ErrorType instead`
		return true
	}
	if e.ErrorType == "session_expired" || strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	if other.ErrorType == "session_not_found" || e.ErrorType == "user_not_found" || strings.Contains(e.Error(), "session_not_found") { // want `compare its ErrorType instead`
		return true
	}
	return strings.Contains(e.Error(), "weak_password") || e.StatusCode == 401 || strings.Contains(e.Error(), "weak_password") // want `compare its ErrorType instead` `compare its ErrorType instead`
}

// Comments in a column would move, so nothing is mended.
func aligned(e stytcherror.Error) bool {
	gone := strings.Contains(e.Error(), "session_not_found") // want `compare its ErrorType instead`
	left := e.StatusCode == 404                              // or it never was there
	return gone && left
}
