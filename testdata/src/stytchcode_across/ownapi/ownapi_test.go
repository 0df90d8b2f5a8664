package ownapi

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestRecorder(t *testing.T) {
	rec := httptest.NewRecorder()
	Me(rec, httptest.NewRequest("GET", "/me", nil))
	var p Problem
	if err := json.NewDecoder(rec.Body).Decode(&p); err != nil || p.Type != "session_expired" {
		t.Error(p.Type)
	}
	var local struct {
		Status  int    `json:"status_code"`
		Type    string `json:"error_type"`
		Message string `json:"error_message"`
	}
	if err := json.Unmarshal(rec.Body.Bytes(), &local); err != nil || local.Type != "sesion_not_found" {
		t.Error(local.Type)
	}
	var body map[string]any
	json.Unmarshal(rec.Body.Bytes(), &body)
	if body["error_type"] != "session_expired" {
		t.Error(body)
	}
	if got := strings.TrimSpace(rec.Body.String()); got != `{"status_code":401,"request_id":"","error_type":"session_expired","error_message":""}` {
		t.Error(got)
	}
	want := Problem{StatusCode: 401, Type: "session_expired"}
	if p != want {
		t.Error(p)
	}
}

// a struct of the tests, decoded by a helper
type failure struct {
	Status  int    `json:"status_code"`
	Type    string `json:"error_type"`
	Message string `json:"error_message"`
}

func decode(t *testing.T, body io.Reader) failure {
	t.Helper()
	var f failure
	if err := json.NewDecoder(body).Decode(&f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestServer(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(Me))
	defer srv.Close()
	resp, err := http.Get(srv.URL + "/me")
	if err != nil {
		t.Fatal(err)
	}
	f := decode(t, resp.Body)
	if f.Type != "session_expired" && f.Type != "session_revoked" && f.Type != "sesion_not_found" {
		t.Error(f.Type)
	}
	if want := (failure{Status: 401, Type: "session_expired"}); f != want {
		t.Error(f)
	}
}

// a server that stands in for Stytch
func refusing(t *testing.T) string {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"status_code": 404, "error_type": "otp_code_notfound", "error_message": ""}`) // want `"otp_code_not_found"`
		json.NewEncoder(w).Encode(failure{Type: "duplicate_emial"})                                       // want `"duplicate_email"`
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// overrides tell such a server what to answer
type overrides struct {
	authenticate func(token string) (int, any)
	body         func() any
}

func overridden() overrides {
	return overrides{
		authenticate: func(string) (int, any) {
			return 404, map[string]any{"status_code": 404, "error_type": "session_notfound", "error_message": ""} // want `"session_not_found"`
		},
		body: func() any {
			return map[string]any{"status_code": 401, "error_type": "sesion_not_found", "error_message": ""}
		},
	}
}

// a transport that answers in Stytch's place
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func client() *http.Client {
	return &http.Client{Transport: transport(func(*http.Request) (*http.Response, error) {
		body, err := json.Marshal(map[string]any{"status_code": 404, "error_type": "member_notfound", "error_message": ""}) // want `"member_not_found"`
		return &http.Response{StatusCode: 404, Body: io.NopCloser(bytes.NewReader(body))}, err
	})}
}
