package tables

import (
	"errors"
	"testing"

	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

// a table that makes the errors of a fake, and one that tells what to expect
func TestStatus(t *testing.T) {
	tests := []struct {
		name     string
		code     string
		wantCode string
		wantBody string
	}{
		{"session not found", "session_not_found", "session_not_found", "sesion_gone"},
		{"sesion_not_found", "sesion_not_found", "", ""},         // want `"sesion_not_found" is not`
		{name: "user", code: "", wantCode: "user_notfound"},      // want `"user_not_found"`
		{name: "unknown", code: "foo_bar_baz", wantBody: "code"}, // unknown codes are for tests to invent
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var err error = stytcherror.Error{ErrorType: stytcherror.Type(tt.code)}
			var e stytcherror.Error
			if !errors.As(err, &e) {
				t.Fatal("no error")
			}
			if got := string(e.ErrorType); got != tt.wantCode {
				t.Errorf("got %s, want %s", got, tt.wantCode)
			}
			if got := status(e); got == 0 {
				t.Errorf("%s", tt.wantBody)
			}
		})
	}
}

// a map of cases
func TestMap(t *testing.T) {
	for code, want := range map[stytcherror.Type]int{
		"session_not_found": 401,
		"member_not_foud":   404, // want `"member_not_found"`
	} {
		if got := status(stytcherror.Error{ErrorType: code}); got != want {
			t.Errorf("%s: got %d", code, got)
		}
	}
}
