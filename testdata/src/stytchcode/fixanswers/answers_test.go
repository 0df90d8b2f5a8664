// Package fixanswers has wrong codes in answers, beside one status or two.
package fixanswers

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var server = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/both":
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"status_code":401,"error_type":"session_expired","error_message":"no"}`) // want `"session_not_found"`
	case "/answer":
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"error_type":"expired_session","error_message":"no"}`) // want `"session_not_found"`
	case "/right":
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"status_code":404,"error_type":"session_revoked","error_message":"no"}`) // want `"session_not_found"`
	case "/computed":
		w.WriteHeader(400 + 1)
		fmt.Fprint(w, `{"status_code":401,"error_type":"session_timeout","error_message":"no"}`) // want `"session_not_found"`
	case "/spent":
		// it may be a wrong passcode or, by the status, one that was used
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"status_code":401,"error_type":"invalid_otp","error_message":"no"}`) // want `"otp_code_not_found"`
	case "/misspelt":
		fmt.Fprint(w, `{"status_code":401,"error_type":"otp_code_notfound","error_message":"no"}`) // want `"otp_code_not_found"`
	}
})

var (
	spent = stytcherror.Error{StatusCode: 401, ErrorType: "invalid_otp"} // want `"otp_code_not_found"`
	gone  = stytcherror.Error{StatusCode: 404, ErrorType: "invalid_otp"} // want `"otp_code_not_found"`
)

// returned is what a server answers with.
func returned() (int, any) {
	return http.StatusBadRequest, map[string]any{
		"status_code": 400,
		"error_type":  "magic_link_token_expired", // want `"unable_to_auth_magic_link"`
	}
}

func TestServer(t *testing.T) {
	s := httptest.NewServer(server)
	defer s.Close()
	t.Log(stytchapi.API{}, spent, gone, returned)
}
