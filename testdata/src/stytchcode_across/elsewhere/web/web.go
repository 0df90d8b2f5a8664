// Package web is like another that uses Stytch, but does not.
package web

import "stytchcode_across/elsewhere/authx"

func handle(err error) bool {
	f := &authx.Failure{ErrorType: "sesion_not_found"}
	authx.Retryable["sesion_not_found"] = true
	switch authx.Code(err) {
	case "sesion_not_found", "session_expired":
		return true
	}
	return authx.Is(err, "sesion_not_found") || f.Is("session_expired") || f.ErrorType == "session_expired"
}
