package sdk_test

import (
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

func TestOperationOf(t *testing.T) {
	const module = "github.com/stytchauth/stytch-go"
	for _, tt := range []struct {
		path, typ, name string
		want            string
	}{
		{module + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{module + "/stytch", "Client", "AuthenticateWithClaims", "consumer OAuth.Authenticate"},
		{module + "/v8/stytch/b2c", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{"example.com/vendor/" + module + "/v5/stytch", "Client", "Authenticate", "consumer OAuth.Authenticate"},
		{module + "/v5/stytch", "Authenticator", "Login", "consumer OAuth.Authenticate"},
		{module + "/v18/stytch/consumer", "SessionsClient", "AuthenticateJWTLocal", "consumer Sessions.AuthenticateJWTLocal"},
		{module + "/v5/stytch", "Authenticator", "Check", ""},
		{module + "/v5/stytch", "Client", "Start", ""},
		{module + "/v5/stytch", "Client", "Quiet", ""},
		{module + "/v5/stytch", "Client", "ByValue", ""},
		{module + "/v5/stytch", "Helper", "Authenticate", ""},
		{module + "/v18/stytch/other", "Client", "Authenticate", ""},
		{"example.com/stytch", "Client", "Authenticate", ""},
		{module + "/v5/stytch", "SessionsClient", "AuthenticateJWTLocal", ""},
	} {
		op, ok := sdk.OperationOf(methodOf(t, check(t, tt.path, operationSource), tt.typ, tt.name))
		if op.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("%s.%s.%s is the operation %q, want %q", tt.path, tt.typ, tt.name, op.Name, tt.want)
		}
	}
}

func TestParamsOf(t *testing.T) {
	const module = "github.com/stytchauth/stytch-go"
	for _, tt := range []struct {
		path, typ, name string
		want            string
	}{
		{module + "/v5/stytch", "Client", "Authenticate", "stytch.OAuthAuthenticateParams"},
		{module + "/v18/stytch/consumer", "Client", "Start", "stytch/consumer.OtherParams"},
		{"example.com/vendor/" + module + "/v5/stytch", "Client", "Start", "stytch.OtherParams"},
		{module + "/v5/stytch", "Authenticator", "Login", "stytch.OAuthAuthenticateParams"},
		{module + "/v5/stytch", "Authenticator", "Check", ""},
		{module + "/v5/stytch", "Client", "Quiet", ""},
		{module + "/v5/stytch", "Client", "ByValue", ""},
		{module + "/v5/stytch", "Helper", "Authenticate", ""},
		{module + "/v5/stytch", "SessionsClient", "AuthenticateJWTLocal", ""},
		{"example.com/stytch", "Client", "Authenticate", ""},
	} {
		got := ""
		if name, ok := sdk.ParamsOf(methodOf(t, check(t, tt.path, operationSource), tt.typ, tt.name)); ok {
			got = sdk.Key(name)
		}
		if got != tt.want {
			t.Errorf("%s.%s.%s takes %q, want %q", tt.path, tt.typ, tt.name, got, tt.want)
		}
	}
}
