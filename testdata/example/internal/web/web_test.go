package web

import (
	"encoding/json"
	"net/http/httptest"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func TestFail(t *testing.T) {
	tests := []struct {
		err    error
		status int
		code   string
	}{
		{stytcherror.Error{StatusCode: 404, ErrorType: "session_not_found"}, 401, "session_expired"},
		{stytcherror.Error{StatusCode: 400, ErrorType: "weak_password"}, 400, "weak_password"},
		{stytcherror.NewClientLibraryError("oops"), 500, "client_library_error"},
		{json.Unmarshal(nil, new(int)), 500, "internal_error"},
	}
	for _, tt := range tests {
		w := httptest.NewRecorder()
		fail(w, tt.err)
		var got problem
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if w.Code != tt.status || got.ErrorType != tt.code {
			t.Errorf("%v: got %d %s, want %d %s", tt.err, w.Code, got.ErrorType, tt.status, tt.code)
		}
	}
}
