package fixstatus

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// A fix changes one file alone.
func elsewhere(e stytcherror.Error) bool {
	return e.StatusCode == 401 && e.ErrorType == lost // want `"session_not_found"`
}
