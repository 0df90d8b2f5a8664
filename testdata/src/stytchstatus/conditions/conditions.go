// Package conditions asks for statuses and codes in one condition.
package conditions

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func conjunctions(e stytcherror.Error, p *stytcherror.Error, retry bool) {
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"                                                // want `^"session_not_found" always comes with status 404, so this is never true together with 401$`
	_ = e.ErrorType == "session_not_found" && e.StatusCode == 401                                                // want `^"session_not_found" always comes with status 404, so this is never true$`
	_ = 401 == e.StatusCode && "session_not_found" == e.ErrorType                                                // want `never true together with 401`
	_ = e.StatusCode == http.StatusUnauthorized && string(e.ErrorType) == "user_not_found"                       // want `"user_not_found" always comes with status 404, so this is never true together with 401`
	_ = (e.StatusCode == 401) && (retry && (e.ErrorType == "session_not_found"))                                 // want `never true together with 401`
	_ = p.StatusCode == 429 && (*p).ErrorType == "weak_password"                                                 // want `"weak_password" always comes with status 400`
	_ = e.StatusCode >= 500 && e.ErrorType == "session_not_found"                                                // want `never true together with a status >= 500`
	_ = 500 <= e.StatusCode && e.ErrorType == "session_not_found"                                                // want `never true together with a status >= 500`
	_ = e.StatusCode < 400 && e.ErrorType == "session_not_found"                                                 // want `never true together with a status < 400`
	_ = e.StatusCode != 404 && e.ErrorType == "session_not_found"                                                // want `never true together with a status other than 404`
	_ = e.ErrorType == "session_not_found" && e.StatusCode != 404                                                // want `so this is never true$`
	_ = e.ErrorType == "session_not_found" && e.StatusCode > 404                                                 // want `so this is never true$`
	_ = !(e.StatusCode == 404) && e.ErrorType == "session_not_found"                                             // want `a status other than 404`
	_ = !(e.StatusCode < 500) && e.ErrorType == "session_not_found"                                              // want `a status >= 500`
	_ = (e.StatusCode == 401 || e.StatusCode == 403) && e.ErrorType == "session_not_found"                       // want `never true together with 401 or 403`
	_ = e.StatusCode == 404 && (e.ErrorType == "session_not_found" || e.ErrorType == "unauthorized_credentials") // want `"unauthorized_credentials" always comes with status 401`
	_ = (e.ErrorType == "session_not_found" || e.ErrorType == "unauthorized_credentials") && e.StatusCode == 403 // want `^"session_not_found" always comes with status 404 and "unauthorized_credentials" with 401, so this is never true$`
	_ = retry || e.StatusCode == 401 && e.ErrorType == "session_not_found"                                       // want `never true together with 401`
	use(e.StatusCode == 401 && e.ErrorType == "session_not_found")                                               // want `never true together with 401`
}

// By De Morgan's laws
func disjunctions(e stytcherror.Error) {
	_ = e.StatusCode != 401 || e.ErrorType != "session_not_found"    // want `^"session_not_found" always comes with status 404, so this is always true together with 401$`
	_ = e.ErrorType != "session_not_found" || e.StatusCode != 401    // want `^"session_not_found" always comes with status 404, so this is always true$`
	_ = !(e.StatusCode == 401 && e.ErrorType == "session_not_found") // want `never true together with 401`
	_ = e.StatusCode != 401 || e.ErrorType == "session_not_found"    // want `never true together with 401`
}

func errorsAs(err error) bool {
	var e stytcherror.Error
	return errors.As(err, &e) && e.StatusCode == 401 && e.ErrorType == "session_not_found" // want `never true together with 401`
}

func fine(e, other stytcherror.Error, status int, code string) {
	_ = e.StatusCode == 404 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == http.StatusNotFound && e.ErrorType == "session_not_found"
	_ = e.StatusCode >= 400 && e.StatusCode < 500 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 || e.ErrorType == "session_not_found"
	_ = e.StatusCode == 404 || e.ErrorType == "unauthorized_credentials"
	_ = e.StatusCode != 401 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && e.ErrorType != "session_not_found"
	_ = e.StatusCode == 401 && !(e.ErrorType == "unauthorized_credentials")
	_ = e.StatusCode != 404 || e.ErrorType == "session_not_found"
	_ = (e.StatusCode == 401 || e.StatusCode == 404) && e.ErrorType == "session_not_found"
	_ = (e.ErrorType == "session_not_found" || e.ErrorType == "unauthorized_credentials") && e.StatusCode == 401
	_ = (e.StatusCode == 401 || e.ErrorType == "session_not_found") && e.ErrorType == "session_not_found"
	// two errors
	_ = e.StatusCode == 401 && other.ErrorType == "session_not_found"
	_ = status == 401 && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && code == "session_not_found"
	// statuses that nobody knows
	_ = e.StatusCode == 401 && e.ErrorType == "expired_oauth_response"
	_ = e.StatusCode == 401 && e.ErrorType == "our_own_code"
	_ = (e.ErrorType == "session_not_found" || e.ErrorType == "our_own_code") && e.StatusCode == 401
	// not constants
	_ = e.StatusCode == status && e.ErrorType == "session_not_found"
	_ = e.StatusCode == 401 && string(e.ErrorType) == code
	// The error is another one by then.
	_ = e.StatusCode == 401 && set(&e) && e.ErrorType == "session_not_found"
}

func set(e *stytcherror.Error) bool { *e = stytcherror.Error{}; return true }

func use(bool) {}

// a bound that is not the last status
func bounds(e stytcherror.Error) {
	_ = e.StatusCode <= 403 && e.ErrorType == "session_not_found" // want `a status <= 403`
	_ = e.StatusCode <= 404 && e.ErrorType == "session_not_found"
}
