// Package built makes errors, in tests.
package built

import (
	"net/http"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

type mine struct {
	StatusCode int
	ErrorType  string
}

func TestErrors(t *testing.T) {
	status := 401
	for _, err := range []error{
		stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"},                    // want `^"session_not_found" always comes with status 404, never with 401$`
		stytcherror.Error{ErrorType: "weak_password", StatusCode: http.StatusUnauthorized},    // want `"weak_password" always comes with status 400, never with 401`
		&stytcherror.Error{StatusCode: 500, ErrorType: stytcherror.Type("session_not_found")}, // want `never with 500`
		stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"},
		stytcherror.Error{ErrorType: "session_not_found"},
		stytcherror.Error{StatusCode: 401},
		stytcherror.Error{StatusCode: 401, ErrorType: "our_own_code"},
		stytcherror.Error{StatusCode: 401, ErrorType: "expired_oauth_response"},
		stytcherror.Error{StatusCode: status, ErrorType: "session_not_found"},
		stytcherror.OAuth2Error{StatusCode: 401, ErrorType: "session_not_found"},
	} {
		_ = err
	}
	_ = []*stytcherror.Error{{StatusCode: 401, ErrorType: "session_not_found"}}              // want `never with 401`
	_ = map[string]stytcherror.Error{"a": {StatusCode: 401, ErrorType: "session_not_found"}} // want `never with 401`
	_ = mine{StatusCode: 401, ErrorType: "session_not_found"}
}
