package signup

import (
	"testing"

	"stytchcode_across/stytchtest"
)

// helpers for the tests of package signup_test
func IsForTest(err error, code string) bool { return isCode(err, code) }

// a test of the package itself
func TestTaken(t *testing.T) {
	for _, tt := range []struct {
		code string
		want bool
	}{
		{"duplicate_email", true},
		{"duplicate_emial", true}, // want `"duplicate_email"`
		{"foo_bar_baz", false},    // tests invent names
	} {
		if taken(stytchtest.Error(tt.code)) != tt.want {
			t.Error(tt.code)
		}
	}
	_ = isCode(stytchtest.Error("sesion_not_found"), "sesion_not_found") // want `"session_not_found"\? \(stytchtest.Error makes it the ErrorType of an error\)$` `"session_not_found"\? \(isCode compares it with ErrorType\)$`
	_ = stytchtest.Error("foo_bar_baz")
}
