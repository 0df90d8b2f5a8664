// Package known knows more than one thing of a status: the message tells what the
// status is, where that is known, and not what it is not.
package known

import (
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func switches(e stytcherror.Error) {
	switch e.StatusCode {
	case http.StatusUnauthorized:
		_ = e.ErrorType == "session_not_found" // want `never true together with 401$`
	case http.StatusNotFound:
		_ = e.ErrorType == "unauthorized_credentials"  // want `never true together with 404$`
		if e.ErrorType == "unauthorized_credentials" { // want `never true together with 404$`
			use()
		}
		switch e.ErrorType {
		case "session_not_found":
		case "unauthorized_credentials": // want `never true together with 404$`
		case "weak_password", "user_not_found": // want `"weak_password" always comes with status 400, so this is never true together with 404$`
		}
	case http.StatusBadRequest, http.StatusConflict:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 400 or 409$`
		_ = e.ErrorType == "session_not_found"        // want `never true together with 400 or 409$`
	case http.StatusTooManyRequests:
		if e.ErrorType != "session_not_found" { // want `always true together with 429$`
			return
		}
	default:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with a status other than 401$`
		_ = e.ErrorType == "session_not_found"        // want `never true together with a status other than 404$`
	}
}

func fallsThrough(e stytcherror.Error) {
	switch e.StatusCode {
	case 401:
		_ = e.ErrorType == "session_not_found" // want `never true together with 401$`
		fallthrough
	case 404:
		_ = e.ErrorType == "unauthorized_credentials"
		_ = e.ErrorType == "session_not_found"
	case 400:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 400$`
	}
}

func bare(e stytcherror.Error) {
	switch {
	case e.StatusCode == 401:
	case e.StatusCode == 404:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 404$`
	case e.StatusCode == 400 || e.StatusCode == 409:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 400 or 409$`
	case e.StatusCode == 403, e.StatusCode == 429:
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 403 or 429$`
	case e.StatusCode >= 500:
		_ = e.ErrorType == "weak_password" // want `never true together with a status >= 500$`
	}
}

func chains(e stytcherror.Error) {
	if e.StatusCode == 401 {
		use()
	} else if e.StatusCode == 404 {
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 404$`
	} else if e.StatusCode == 409 && e.ErrorType == "unauthorized_credentials" { // want `never true together with 409$`
		use()
	} else {
		_ = e.ErrorType == "unauthorized_credentials" // want `never true together with a status other than 401$`
	}
	if e.StatusCode != 401 && e.StatusCode == 404 && e.ErrorType == "unauthorized_credentials" { // want `never true together with 404$`
		use()
	}
	if e.StatusCode != 401 && e.StatusCode == 404 && e.ErrorType != "session_not_found" {
		use()
	}
}

func early(e stytcherror.Error) bool {
	if e.StatusCode == 401 {
		return false
	}
	if e.StatusCode != 404 {
		return false
	}
	return e.ErrorType == "unauthorized_credentials" // want `never true together with 404$`
}

func ranges(e stytcherror.Error) {
	if e.StatusCode >= 400 && e.StatusCode < 500 {
		_ = e.ErrorType == "internal_server_error" // want `never true together with a status < 500$`
		if e.StatusCode != 401 {
			_ = e.ErrorType == "unauthorized_credentials" // want `never true together with a status other than 401$`
			if e.StatusCode == 404 {
				_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 404$`
				_ = e.ErrorType == "internal_server_error"    // want `never true together with 404$`
			}
		}
	}
	if e.StatusCode == 401 || e.StatusCode == 404 || e.StatusCode == 500 {
		if e.StatusCode != 401 && e.StatusCode < 500 {
			_ = e.ErrorType == "unauthorized_credentials" // want `never true together with 404$`
			_ = e.ErrorType == "weak_password"            // want `never true together with 404$`
		}
	}
}

func byCode(e stytcherror.Error) {
	switch e.ErrorType {
	case "session_not_found":
		use()
	case "unauthorized_credentials":
		switch e.StatusCode {
		case 404: // want `^"unauthorized_credentials" always comes with status 401, so this is never true$`
		case 401:
		}
	case "weak_password", "user_not_found":
		if e.StatusCode == 401 { // want `^"weak_password" always comes with status 400 and "user_not_found" with 404, so this is never true$`
			use()
		} else if e.StatusCode == 404 {
			_ = e.ErrorType == "weak_password" // want `never true together with 404$`
		}
	}
}

func use() {}
