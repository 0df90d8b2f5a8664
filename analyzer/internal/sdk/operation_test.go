package sdk_test

import (
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

const operationSource = `package consumer

type OAuthAuthenticateParams struct{ Token string }

type OAuthAuthenticateResponse struct{}

type OtherParams struct{}

type Client struct{}

func (*Client) Authenticate(body *OAuthAuthenticateParams) (*OAuthAuthenticateResponse, error) {
	return nil, nil
}

func (*Client) AuthenticateWithClaims(body *OAuthAuthenticateParams, claims any) (*OAuthAuthenticateResponse, error) {
	return nil, nil
}

func (*Client) Start(body *OtherParams) (*OAuthAuthenticateResponse, error) { return nil, nil }

func (*Client) Quiet(body *OAuthAuthenticateParams) {}

func (*Client) ByValue(body OAuthAuthenticateParams) error { return nil }

type SessionsClient struct{}

func (*SessionsClient) AuthenticateJWTLocal(token string) (*OAuthAuthenticateResponse, error) {
	return nil, nil
}

type Helper struct{}

func (*Helper) Authenticate(body *OAuthAuthenticateParams) error { return nil }

type Authenticator interface {
	Login(body *OAuthAuthenticateParams) (*OAuthAuthenticateResponse, error)
	Check(body *OAuthAuthenticateParams) error
}
`

// sdkModule is the SDK's, but for its major version.
const sdkModule = "github.com/stytchauth/stytch-go"

// A methodTest is a method in a package with the operationSource, and what is said of it.
type methodTest struct{ path, typ, name, want string }

// testMethods compares what is said of methods with what they want.
func testMethods(t *testing.T, says func(*types.Func) string, tests []methodTest) {
	t.Helper()
	for _, tt := range tests {
		if got := says(methodOf(t, check(t, tt.path, operationSource), tt.typ, tt.name)); got != tt.want {
			t.Errorf("%s.%s.%s: %q, want %q", tt.path, tt.typ, tt.name, got, tt.want)
		}
	}
}

func TestOperationOf(t *testing.T) {
	says := func(fn *types.Func) string {
		op, ok := sdk.OperationOf(fn)
		if ok != (op.Name != "") {
			t.Errorf("the operation %q of %s is known: %v", op.Name, fn, ok)
		}
		return op.Name
	}
	testMethods(t, says, []methodTest{
		{sdkModule + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{sdkModule + "/stytch", "Client", "AuthenticateWithClaims", "consumer OAuth.Authenticate"},
		{sdkModule + "/v8/stytch/b2c", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{"example.com/vendor/" + sdkModule + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{sdkModule + "/v5/stytch", "Authenticator", "Login", "consumer OAuth.Authenticate"},
		{sdkModule + "/v18/stytch/consumer", "SessionsClient", "AuthenticateJWTLocal", "consumer Sessions.AuthenticateJWTLocal"},
		{sdkModule + "/v5/stytch", "Authenticator", "Check", ""},
		{sdkModule + "/v5/stytch", "Client", "Start", ""},
		{sdkModule + "/v5/stytch", "Client", "Quiet", ""},
		{sdkModule + "/v5/stytch", "Client", "ByValue", ""},
		{sdkModule + "/v5/stytch", "Helper", "Authenticate", ""},
		{sdkModule + "/v18/stytch/other", "Client", "Authenticate", ""},
		{"example.com/stytch", "Client", "Authenticate", ""},
		{sdkModule + "/v5/stytch", "SessionsClient", "AuthenticateJWTLocal", ""},
	})
}

func TestParamsOf(t *testing.T) {
	says := func(fn *types.Func) string {
		name, ok := sdk.ParamsOf(fn)
		if !ok {
			return ""
		}
		return sdk.Key(name)
	}
	testMethods(t, says, []methodTest{
		{sdkModule + "/v5/stytch", "Client", "Authenticate", "stytch.OAuthAuthenticateParams"},
		{sdkModule + "/v18/stytch/consumer", "Client", "Start", "stytch/consumer.OtherParams"},
		{"example.com/vendor/" + sdkModule + "/v5/stytch", "Client", "Start", "stytch.OtherParams"},
		{sdkModule + "/v5/stytch", "Authenticator", "Login", "stytch.OAuthAuthenticateParams"},
		{sdkModule + "/v5/stytch", "Authenticator", "Check", ""},
		{sdkModule + "/v5/stytch", "Client", "Quiet", ""},
		{sdkModule + "/v5/stytch", "Client", "ByValue", ""},
		{sdkModule + "/v5/stytch", "Helper", "Authenticate", ""},
		{sdkModule + "/v5/stytch", "SessionsClient", "AuthenticateJWTLocal", ""},
		{"example.com/stytch", "Client", "Authenticate", ""},
	})
}
