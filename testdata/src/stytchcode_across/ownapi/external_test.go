package ownapi_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"stytchcode_across/ownapi"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var _ stytcherror.Error

func TestMe(t *testing.T) {
	rec := httptest.NewRecorder()
	ownapi.Me(rec, httptest.NewRequest("GET", "/me", nil))
	var p ownapi.Problem
	if json.NewDecoder(rec.Body).Decode(&p) != nil || p.Type != "session_expired" {
		t.Error(p.Type)
	}
	if rec.Body.String() != `{"status_code":401,"error_type":"session_expired","error_message":""}` {
		t.Error(rec.Body)
	}
	want := map[string]any{"status_code": 401, "error_type": "session_timeout", "error_message": ""}
	_ = want
}

// what an answer is compared with, and what a server that stands in for Stytch
// answers
func bodies() []string {
	httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"status_code": 404, "error_type": "session_revoked", "error_message": ""}`) // want `"session_not_found"`
	}))
	return []string{
		`{"status_code":401,"error_type":"session_revoked","error_message":""}`,
		`{"status_code":401,"error_type":"captcha_faild","error_message":""}`, // want `"captcha_failed"`
	}
}
