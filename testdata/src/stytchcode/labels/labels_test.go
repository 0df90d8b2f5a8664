package labels

import "testing"

func TestLabel(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{nil, "internal_error"},
		{errNoSession, "session_expired"},
		{errNoSession, "otp_code_notfound"}, // want `"otp_code_not_found"`
	} {
		if got := label(tt.err); string(got) != tt.want {
			t.Errorf("got %s", got)
		}
	}
}
