// Package answered holds answers whose status stands in the answer and in what it says.
package answered

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var server = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/text":
		w.WriteHeader(http.StatusUnauthorized)
		fmt.Fprint(w, `{"status_code":401,"error_type":"session_not_found","error_message":"no"}`) // want `never with 401`
	case "/call":
		http.Error(w, `{"status_code":401,"error_type":"session_not_found","error_message":"no"}`, 401) // want `never with 401`
	case "/map":
		w.WriteHeader(401)
		_ = json.NewEncoder(w).Encode(map[string]any{
			"status_code": 401, // want `never with 401`
			"error_type":  "session_not_found",
		})
	case "/other":
		// it is right already
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, `{"status_code":401,"error_type":"session_not_found","error_message":"no"}`) // want `never with 401`
	case "/computed":
		w.WriteHeader(400 + 1)
		_, _ = io.WriteString(w, `{"status_code":401,"error_type":"session_not_found","error_message":"no"}`) // want `never with 401`
	}
})

// fakes return what a server answers with.
var fakes = []func() (int, any){
	func() (int, any) {
		return http.StatusUnauthorized, map[string]any{
			"status_code": 401, // want `never with 401`
			"error_type":  "session_not_found",
		}
	},
	func() (int, any) {
		body := map[string]any{
			"status_code": 401, // want `never with 401`
			"error_type":  "session_not_found",
		}
		return http.StatusUnauthorized, body
	},
	func() (int, any) {
		return 1, map[string]any{
			"status_code": 401, // want `never with 401`
			"error_type":  "session_not_found",
		}
	},
}

func TestServer(t *testing.T) {
	s := httptest.NewServer(server)
	defer s.Close()
	t.Log(stytchapi.API{}, fakes)
}

func TestMock(t *testing.T) {
	httpmock.RegisterResponder("POST", "https://test.stytch.com/v1/magic_links/authenticate",
		httpmock.NewStringResponder(404, `{"status_code":404,"error_type":"unable_to_auth_magic_link"}`)) // want `never with 404`
}
