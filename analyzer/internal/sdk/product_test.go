package sdk_test

import (
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// A call is named as the catalog does, or by its client, as far as one can see.
func TestCallName(t *testing.T) {
	t.Parallel()
	testMethods(t, sdk.CallName, []methodTest{
		{sdkModule + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{sdkModule + "/v18/stytch/consumer/x", "SessionsClient", "AuthenticateJWTLocal", "consumer Sessions.AuthenticateJWTLocal"},
		{sdkModule + "/v18/stytch/b2b/x", "Client", "Start", "b2b .Start"},
		{sdkModule + "/v8/stytch/b2c", "Client", "Start", "consumer .Start"},
		{sdkModule + "/v18/stytch/other/x", "Client", "Start", ""},
		{sdkModule + "/stytch", "Client", "Start", ""},
		{"example.com/app", "Helper", "Authenticate", ""},
	})
}
