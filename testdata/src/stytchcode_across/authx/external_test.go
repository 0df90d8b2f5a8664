package authx_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"stytchcode_across/authx"
)

// The server stands in for Stytch's, though the test knows the wrapper alone.
func TestIs(t *testing.T) {
	codes := []string{"session_not_found", "user_notfound"} // want `"user_not_found"`
	for _, code := range codes {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintf(w, `{"status_code":404,"error_type":%q,"error_message":""}`, code)
		}))
		authx.Is(call(server.URL), code)
	}
	httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, `{"status_code":404,"error_type":"sesion_not_found","error_message":""}`) // want `"session_not_found"`
	}))
}

func call(string) error { return nil }
