// Package nohttp does not import net/http.
package nohttp

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

func condition(e stytcherror.Error) bool {
	return e.StatusCode == 401 && e.ErrorType == "session_not_found" // want `never true`
}
