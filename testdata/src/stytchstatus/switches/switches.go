// Package switches switches by status and by code.
package switches

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func byStatus(e stytcherror.Error) {
	switch e.StatusCode {
	case http.StatusUnauthorized:
		switch e.ErrorType {
		case "session_not_found": // want `never true together with 401`
		case "unauthorized_credentials":
		case "user_not_found", "unable_to_auth_magic_link": // want `"user_not_found" always comes with status 404`
		}
	case 400, 403:
		if e.ErrorType == "session_not_found" { // want `never true together with 400 or 403`
			use()
		}
	case 404:
		switch string(e.ErrorType) {
		case "session_not_found", "user_not_found":
		case "weak_password", "too_many_requests": // want `"weak_password" always comes with status 400` `"too_many_requests" always comes with status 429`
		}
	default:
		_ = e.ErrorType == "session_not_found" // want `a status other than 404`
		_ = e.ErrorType == "too_many_requests"
	}
}

func byCode(e stytcherror.Error) {
	switch e.ErrorType {
	case "session_not_found":
		switch e.StatusCode {
		case 401, 404: // want `so this is never true$`
		case 403: // want `so this is never true$`
		}
	case "unauthorized_credentials", "user_not_found":
		_ = e.StatusCode == 401
		_ = e.StatusCode == 400 // want `^"unauthorized_credentials" always comes with status 401 and "user_not_found" with 404, so this is never true$`
	case "our_own_code", "weak_password":
		_ = e.StatusCode == 404
	default:
		_ = e.StatusCode == 404
	}
}

func bare(e stytcherror.Error) {
	switch {
	case e.StatusCode == 401 && e.ErrorType == "session_not_found": // want `never true together with 401`
	case e.StatusCode == 404:
	case e.ErrorType == "session_not_found": // want `a status other than 404`
	case e.StatusCode >= 500, e.ErrorType == "weak_password":
		_ = e.ErrorType == "weak_password"
	}
}

func early(e stytcherror.Error) bool {
	switch e.StatusCode {
	case 401:
	default:
		return false
	}
	return e.ErrorType == "session_not_found" // want `never true together with 401`
}

func earlyCases(e stytcherror.Error) bool {
	switch e.StatusCode {
	case 404, 400:
		return false
	}
	return e.ErrorType == "session_not_found" // want `a status other than 404`
}

func fine(e stytcherror.Error, status int, again bool) bool {
	switch e.StatusCode {
	case status:
		_ = e.ErrorType == "session_not_found"
	case 401:
		fallthrough
	case 404:
		_ = e.ErrorType == "session_not_found"
	case status + 1:
		_ = e.ErrorType == "session_not_found" // want `a status other than 404`
	}
	switch e.StatusCode {
	case 404:
		if again {
			break
		}
		return true
	case 401:
		return false
	}
	return e.ErrorType == "session_not_found"
}

func loop(next func() stytcherror.Error) {
	var e stytcherror.Error
	for {
		switch e.StatusCode {
		case 401:
			e = next()
			_ = e.ErrorType == "session_not_found"
		}
		select {
		default:
			_ = e.ErrorType == "session_not_found"
		}
	}
}

func use() {}
