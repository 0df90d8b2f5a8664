// Package written has answers, and what is expected of them, as tests have them.
package written

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// notFound always has the same status.
func notFound(code string) error {
	return stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(code)}
}

func TestFixed(t *testing.T) {
	t.Log(notFound("session_not_found"), notFound("weak_password")) // want `never with`
	code := "session_not_found"                                     // want `never with`
	t.Log(stytcherror.Error{StatusCode: 401, ErrorType: stytcherror.Type(code)})
	t.Log(known("session_not_found"), known("weak_password"), told("session_not_found"), told("weak_password"))
}

// The program knows better.
func known(code string) error {
	if code == "weak_password" {
		return stytcherror.Error{StatusCode: 400, ErrorType: stytcherror.Type(code)}
	}
	return stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(code)}
}

func isWeak(code string) bool { return code == "weak_password" }

func told(code string) error {
	if isWeak(code) {
		return stytcherror.Error{StatusCode: 400, ErrorType: stytcherror.Type(code)}
	}
	return stytcherror.Error{StatusCode: 404, ErrorType: stytcherror.Type(code)}
}

func TestExpected(t *testing.T) {
	var e stytcherror.Error
	if !errors.As(notFound("user_not_found"), &e) {
		t.Fatal()
	}
	if e.StatusCode != 401 { // want `never with`
		t.Errorf("status %d", e.StatusCode)
	}
	if e.ErrorType != "user_not_found" {
		t.Errorf("code %s", e.ErrorType)
	}
	var f stytcherror.Error
	if f.StatusCode != 404 {
		t.Errorf("status %d", f.StatusCode)
	}
	if f.ErrorType != "user_not_found" {
		t.Errorf("code %s", f.ErrorType)
	}
}

type upstream struct {
	Status int
	Code   string
}

type testCase struct {
	name string
	up   *upstream
	want int
}

func TestRows(t *testing.T) {
	for _, tc := range []testCase{
		{"a", &upstream{404, "session_not_found"}, 401},
		{"b", &upstream{401, "session_not_found"}, 401},                               // want `never with`
		{name: "c", up: &upstream{Status: 400, Code: "session_not_found"}, want: 401}, // want `never with`
	} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(tc.up.Status)
			fmt.Fprintf(w, `{"status_code":%d,"error_type":"%s","error_message":"x"}`, tc.up.Status, tc.up.Code)
		}))
		srv.Close()
	}
}

func TestTexts(t *testing.T) {
	b, _ := json.Marshal(map[string]interface{}{"status_code": 401, "error_type": "session_not_found", "error_message": "x"}) // want `never with`
	s := fmt.Sprintf(`{"status_code": 404, "error_type": %q, "error_message": "x"}`, "weak_password")                         // want `never with`
	t.Log(b, s)
	for _, c := range []string{"session_not_found", "weak_password"} { // want `never with`
		t.Log(fmt.Sprintf(`{"status_code": 404, "error_type": %q, "error_message": "x"}`, c))
	}
}

func TestBodies(t *testing.T) {
	for name, tt := range map[string]struct {
		resp string
		st   int
	}{
		"a": {`{"error_type":"session_not_found","error_message":"x"}`, 401}, // want `never with`
		"b": {`{"error_type":"session_not_found","error_message":"x"}`, 404},
	} {
		_ = name
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(tt.st)
			_, _ = w.Write([]byte(tt.resp))
		}))
		s.Close()
	}
}

func respond(status int, body string) *http.Response {
	return &http.Response{StatusCode: status, Body: http.NoBody, Status: strings.TrimSpace(body)}
}

func TestResponses(t *testing.T) {
	t.Log(respond(401, `{"error_type":"session_not_found","error_message":"x"}`)) // want `never with`
	t.Log(respond(401, `{"status_code":404,"error_type":"session_not_found","error_message":"x"}`))
}

func TestCompared(t *testing.T) {
	err := notFound("session_not_found")
	assert.Equal(t, stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"}, err)    // want `never with`
	require.ErrorIs(t, err, stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"}) // want `never with`
	var e stytcherror.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, 401, e.StatusCode) // want `never with`
	require.Equal(t, "session_not_found", string(e.ErrorType))
}
