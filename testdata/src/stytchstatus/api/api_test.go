package api

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestUser(t *testing.T) {
	rec := httptest.NewRecorder()
	new(Server).user(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	var p problem
	if err := json.NewDecoder(rec.Body).Decode(&p); err != nil {
		t.Fatal(err)
	}
	if want := (problem{StatusCode: 401, ErrorType: "session_not_found"}); p != want {
		t.Error(p)
	}
	const text = `{"status_code": 401, "error_type": "session_not_found", "error_message": "no"}`
	if rec.Body.String() == text {
		t.Error(text)
	}
}

func want(status int, code string) map[string]any {
	return map[string]any{"status_code": status, "error_type": code}
}

func TestFails(t *testing.T) {
	rec := httptest.NewRecorder()
	new(Server).fails(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	var got map[string]any
	if err := json.NewDecoder(rec.Body).Decode(&got); err != nil || len(got) != len(want(401, "session_not_found")) {
		t.Fatal(err)
	}
}
