// Package fixes has statuses that can be written right.
package fixes

import (
	web "net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func conditions(e stytcherror.Error, retry bool) {
	_ = e.StatusCode == 401 && e.ErrorType == "session_not_found"                                     // want `never true`
	_ = e.StatusCode == web.StatusUnauthorized && e.ErrorType == "session_not_found"                  // want `never true`
	_ = e.ErrorType == "session_not_found" && retry && e.StatusCode == (401)                          // want `never true`
	_ = e.StatusCode == 401 && (retry && e.ErrorType == "session_not_found")                          // want `never true`
	_ = e.StatusCode >= 400 && e.StatusCode == 401 && e.ErrorType == "user_not_found"                 // want `never true`
	_ = e.StatusCode == 401 && e.ErrorType == "client_closed_request"                                 // want `never true`
	_ = e.StatusCode == web.StatusForbidden || e.StatusCode == 401 && e.ErrorType == "user_not_found" // want `never true`
	if e.StatusCode == 500 && e.ErrorType == "weak_password" {                                        // want `never true`
		return
	}
}

func shadowed(e stytcherror.Error, web int) bool {
	return e.StatusCode == 401 && e.ErrorType == "session_not_found" // want `never true`
}

var errs = []stytcherror.Error{
	{StatusCode: 401, ErrorType: "session_not_found"},      // want `^"session_not_found" always comes with status 404, never with 401$`
	{StatusCode: web.StatusOK, ErrorType: "weak_password"}, // want `never with 200`
	{StatusCode: 503, ErrorType: "weak_password"},          // want `never with 503`
}

const unauthorized = web.StatusUnauthorized

// A name of the program's own is replaced by a number.
func named(e stytcherror.Error) {
	_ = e.StatusCode == unauthorized && e.ErrorType == "session_not_found"     // want `never true`
	_ = e.StatusCode == unauthorized && e.ErrorType == "client_closed_request" // want `never true`
	web := 1
	_ = web
	_ = e.StatusCode == unauthorized && e.ErrorType == "session_not_found" // want `never true`
}

func ofFramework(e stytcherror.Error) bool {
	return e.StatusCode == fiber.StatusUnauthorized && e.ErrorType == "session_not_found" // want `never true`
}

// These are left to people.
func left(e stytcherror.Error, retry bool) {
	_ = e.StatusCode == web.StatusUnauthorized && e.ErrorType == "client_closed_request"   // want `never true`
	_ = e.StatusCode >= 500 && e.ErrorType == "session_not_found"                          // want `never true`
	_ = e.StatusCode == 401 && (e.ErrorType == "session_not_found" || retry)               // want `never true`
	_ = e.StatusCode != 404 && e.ErrorType == "session_not_found"                          // want `never true`
	_ = (e.StatusCode == 401 || e.StatusCode == 403) && e.ErrorType == "session_not_found" // want `never true`
	_ = e.StatusCode > 404 && e.StatusCode == 429 && e.ErrorType == "session_not_found"    // want `never true`
	_ = e.StatusCode == 401 && e.StatusCode < 404 && e.ErrorType == "session_not_found"    // want `never true`
	_ = e.StatusCode == 400+1 && e.ErrorType == "session_not_found"                        // want `never true`
	_ = e.StatusCode != 401 || e.ErrorType != "session_not_found"                          // want `always true`
	if e.StatusCode == 401 {
		_ = e.ErrorType == "session_not_found" // want `never true`
	}
	switch e.StatusCode {
	case 401:
		_ = e.ErrorType == "session_not_found" // want `never true`
	}
}
