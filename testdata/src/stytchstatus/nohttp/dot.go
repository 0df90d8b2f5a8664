package nohttp

import (
	. "net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func dotted(e stytcherror.Error) bool {
	return e.StatusCode == StatusUnauthorized && e.ErrorType == "session_not_found" // want `never true`
}
