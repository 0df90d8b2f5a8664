// Package fakes stands in for Stytch.
package fakes

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jarcoal/httpmock"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

const wrong = `{"status_code": 401, "request_id": "r", "error_type": "session_not_found", "error_message": "no"}` // want `^"session_not_found" always comes with status 404, never with 401$`

const right = `{"status_code": 404, "request_id": "r", "error_type": "session_not_found", "error_message": "no"}`

const quoted = "{\"error_type\": \"weak_password\", \"status_code\": 404}" // want `never with 404`

var several = []string{
	`{"errors": [{"status_code":404,"error_type":"session_not_found"}, {"status_code":401,"error_type":"user_not_found"}]}`, // want `"user_not_found" always comes with status 404, never with 401`
	`{"status_code": 401, "error_type": "our_own_code", "error_message": "no"}`,
	`{"status_code": %d, "error_type": "session_not_found", "error_message": "no"}`,
}

var server = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/sessions":
		w.WriteHeader(401) // want `never with 401`
		fmt.Fprint(w, `{"error_type": "session_not_found", "error_message": "no"}`)
	case "/users":
		w.WriteHeader(http.StatusNotFound)
		if _, err := w.Write([]byte(`{"error_type": "user_not_found", "error_message": "no"}`)); err != nil {
			panic(err)
		}
	case "/error":
		http.Error(w, `{"error_type": "weak_password", "error_message": "no"}`, http.StatusNotFound) // want `never with 404`
	case "/other":
		w.WriteHeader(http.StatusTeapot)
	case "/none":
		fmt.Fprint(w, `{"error_type": "weak_password", "error_message": "no"}`)
	case "/both":
		w.WriteHeader(500)
		fmt.Fprint(w, right)
	case "/map":
		_ = json.NewEncoder(w).Encode(map[string]any{
			"status_code": 401, // want `never with 401`
			"error_type":  "session_not_found",
		})
	}
})

type transport struct{}

func (transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method == http.MethodPost {
		return &http.Response{
			StatusCode: 401, // want `never with 401`
			Body:       io.NopCloser(strings.NewReader(`{"error_type": "session_not_found", "error_message": "no"}`)),
		}, nil
	}
	return &http.Response{StatusCode: 404, Body: io.NopCloser(strings.NewReader(right))}, nil
}

func TestMocks(t *testing.T) {
	const url = "https://test.stytch.com/v1/"
	httpmock.RegisterResponder("POST", url+"a", httpmock.NewStringResponder(401, `{"error_type": "session_not_found", "error_message": "no"}`)) // want `never with 401`
	httpmock.RegisterResponder("POST", url+"b", httpmock.NewStringResponder(404, `{"error_type": "session_not_found", "error_message": "no"}`))
	httpmock.RegisterResponder("POST", url+"c", httpmock.NewJsonResponderOrPanic(http.StatusConflict, map[string]any{"error_type": "duplicate_email", "error_message": "no"})) // want `never with 409`
	httpmock.RegisterResponder("POST", url+"d", httpmock.NewStringResponder(404, right))
}

func TestFakes(t *testing.T) {
	s := httptest.NewServer(server)
	defer s.Close()
	t.Log(stytchapi.API{}, wrong, quoted, several, transport{})
}

func fail(w http.ResponseWriter, status int, code string) {
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"status_code": status, "error_type": code, "error_message": "no"})
}

var helped = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		fail(w, 401, "session_not_found") // want `never with 401`
		return
	}
	fail(w, 404, "session_not_found")
})

func TestRows(t *testing.T) {
	for _, tt := range []struct {
		status int
		code   string
	}{
		{404, "session_not_found"},
		{401, "user_not_found"}, // want `never with 401`
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fail(w, tt.status, tt.code) }))
		s.Close()
	}
	helped(nil, nil)
}
