// Package fixstatus has wrong codes beside a status that the right code never comes
// with.
package fixstatus

import (
	"errors"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var (
	made1 = stytcherror.Error{StatusCode: 401, ErrorType: "session_expired"}                      // want `"session_not_found"`
	made2 = &stytcherror.Error{ErrorType: "session_expired", StatusCode: http.StatusUnauthorized} // want `"session_not_found"`
	made3 = stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type("session_expired")}    // want `"session_not_found"`
	made4 = stytcherror.Error{http.StatusUnauthorized, "", ("session_expired"), "gone", "", nil}  // want `"session_not_found"`
	made5 = stytcherror.Error{StatusCode: status(), ErrorType: "session_expired"}                 // want `"session_not_found"`
)

func status() int { return 401 }

func conditions(e, other stytcherror.Error, retry bool) {
	_ = e.StatusCode == 401 && e.ErrorType == "session_expired"                                // want `"session_not_found"`
	_ = "session_expired" == e.ErrorType && (retry && http.StatusUnauthorized == e.StatusCode) // want `"session_not_found"`
	_ = e.StatusCode != 401 || e.ErrorType != "session_expired"                                // want `"session_not_found"`
	_ = other.StatusCode == 401 && e.ErrorType == "session_expired"                            // want `"session_not_found"`
	_ = e.StatusCode == 401 || e.ErrorType == "session_expired"                                // want `"session_not_found"`
	_ = e.StatusCode == 401 && e.ErrorType != "session_expired"                                // want `"session_not_found"`
	_ = e.StatusCode >= 400 && e.ErrorType == "session_expired"                                // want `"session_not_found"`
	_ = e.StatusCode == 400+1 && e.ErrorType == "session_expired"                              // want `"session_not_found"`
	_ = e.StatusCode == 401 && e.ErrorType == "unauthorized_credential"                        // want `"unauthorized_credentials"`
}

func variables(err error) bool {
	var e stytcherror.Error
	if !errors.As(err, &e) {
		return false
	}
	status, code := e.StatusCode, string(e.ErrorType)
	return status == 401 && code == "session_expired" // want `"session_not_found"`
}

// a number that is no status, and one that is not known
func numbers(e stytcherror.Error, attempt, limit int) bool {
	return attempt == 3 && limit == attempt && e.ErrorType == "session_expired" // want `"session_not_found"`
}

const gone = "session_expired"

// A constant is put right for all of its uses.
func constants(e stytcherror.Error) bool {
	if e.StatusCode == http.StatusUnauthorized && e.ErrorType == gone { // want `"session_not_found"`
		return true
	}
	return e.StatusCode == 403 && e.ErrorType == gone // want `"session_not_found"`
}

const lost = "session_expired"

func constant(e stytcherror.Error) bool {
	return e.ErrorType == lost // want `"session_not_found"`
}
