package nohttp

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

const unauthorized = 401

func own(e stytcherror.Error) bool {
	return e.StatusCode == unauthorized && e.ErrorType == "session_not_found" // want `never true`
}
