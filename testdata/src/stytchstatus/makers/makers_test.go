// Package makers makes errors by functions.
package makers

import (
	"net/http"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

	"stytchstatus/makers/kit"
)

func newErr(status int, code string) error {
	return &stytcherror.Error{StatusCode: status, ErrorType: stytcherror.Type(code)}
}

func (s *server) fails(code stytcherror.Type, status int) {
	s.next = stytcherror.Error{StatusCode: status, ErrorType: code, RequestID: "1"}
}

type server struct{ next error }

// What is answered has another status than what is made.
func check(t *testing.T, status int, code string) {
	t.Helper()
	_ = newErr(404, code)
	if status != http.StatusUnauthorized {
		t.Error(code)
	}
}

func TestMakers(t *testing.T) {
	var s server
	for _, err := range []error{
		newErr(404, "session_not_found"),
		newErr(401, "session_not_found"), // want `^"session_not_found" always comes with status 404, never with 401$`
		newErr(401, "our_own_code"),
		kit.Error(http.StatusUnauthorized, "session_not_found"), // want `never with 401`
		kit.Named("x", "weak_password", 404),                    // want `never with 404`
	} {
		t.Log(err)
	}
	s.fails("session_not_found", 404)
	s.fails("session_not_found", 401) // want `never with 401`
	check(t, 401, "session_not_found")
	for _, tt := range []struct {
		status int
		code   string
	}{
		{404, "session_not_found"},
		{401, "session_not_found"}, // want `never with 401`
	} {
		t.Log(newErr(tt.status, tt.code))
	}
}
