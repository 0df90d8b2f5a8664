package sdk_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A call is named as the catalog does, or by its client, as far as one can see.
func TestCallName(t *testing.T) {
	t.Parallel()
	const module = "github.com/stytchauth/stytch-go"
	for _, tt := range []struct{ path, typ, name, want string }{
		{module + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{module + "/v18/stytch/consumer/x", "SessionsClient", "AuthenticateJWTLocal", "consumer Sessions.AuthenticateJWTLocal"},
		{module + "/v18/stytch/b2b/x", "Client", "Start", "b2b .Start"},
		{module + "/v8/stytch/b2c", "Client", "Start", "consumer .Start"},
		{module + "/v18/stytch/other/x", "Client", "Start", ""},
		{module + "/stytch", "Client", "Start", ""},
		{"example.com/app", "Helper", "Authenticate", ""},
	} {
		if got := sdk.CallName(methodOf(t, check(t, tt.path, operationSource), tt.typ, tt.name)); got != tt.want {
			t.Errorf("%s.%s.%s is called %q, want %q", tt.path, tt.typ, tt.name, got, tt.want)
		}
	}
}
