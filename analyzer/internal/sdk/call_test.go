package sdk_test

import (
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

const callSource = `package consumer

import "context"

type AuthenticateParams struct{}

type AuthenticateResponse struct{}

type SessionsClient struct{}

func (*SessionsClient) Authenticate(ctx context.Context, body *AuthenticateParams) (*AuthenticateResponse, error) {
	return nil, nil
}

func (*SessionsClient) AuthenticateJWTLocal(token string) (*AuthenticateResponse, error) { return nil, nil }

func (*SessionsClient) Close() {}

type M2MClient struct{}

func (*M2MClient) Token(ctx context.Context) error { return nil }

type Policy struct{}

func (*Policy) Check() error { return nil }

type Store interface {
	Authenticate(ctx context.Context, body *AuthenticateParams) (*AuthenticateResponse, error)
	Load(ctx context.Context, id string) (*AuthenticateResponse, error)
}
`

func methodOf(t *testing.T, pkg *types.Package, typ, name string) *types.Func {
	t.Helper()
	obj, _, _ := types.LookupFieldOrMethod(pkg.Scope().Lookup(typ).Type(), true, pkg, name)
	fn, ok := obj.(*types.Func)
	if !ok {
		t.Fatalf("no method %s.%s", typ, name)
	}
	return fn
}

func TestIsCall(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/consumer", callSource)
	other := check(t, "example.com/consumer", callSource)
	for _, tt := range []struct {
		pkg       *types.Package
		typ, name string
		want      bool
	}{
		{pkg, "SessionsClient", "Authenticate", true},
		{pkg, "SessionsClient", "AuthenticateJWTLocal", false},
		{pkg, "SessionsClient", "Close", false},
		{pkg, "M2MClient", "Token", true},
		{pkg, "Policy", "Check", false},
		{other, "SessionsClient", "Authenticate", false},
		{other, "Store", "Authenticate", false},
	} {
		if got := sdk.IsCall(methodOf(t, tt.pkg, tt.typ, tt.name)); got != tt.want {
			t.Errorf("%s: IsCall(%s.%s) = %t", tt.pkg.Path(), tt.typ, tt.name, got)
		}
	}
	token := methodOf(t, pkg, "M2MClient", "Token")
	if sdk.CallFamily(token) != sdk.OAuth2 || sdk.CallMajor(token) != "v18" {
		t.Errorf("Token: family %d, major %s", sdk.CallFamily(token), sdk.CallMajor(token))
	}
	if f := sdk.CallFamily(methodOf(t, pkg, "SessionsClient", "Authenticate")); f != sdk.API {
		t.Errorf("Authenticate: family %d", f)
	}
}

// An interface of the program's own that has the SDK's types.
func TestIsCallOfInterface(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/consumer", callSource)
	ptr := func(name string) *types.Var {
		return types.NewVar(0, nil, "", types.NewPointer(pkg.Scope().Lookup(name).Type()))
	}
	errorVar := types.NewVar(0, nil, "", types.Universe.Lookup("error").Type())
	own := types.NewPackage("example.com/auth", "auth")
	method := func(name string, params ...*types.Var) *types.Func {
		recv := types.NewVar(0, own, "", types.NewInterfaceType(nil, nil))
		sig := types.NewSignatureType(recv, nil, nil, types.NewTuple(params...), types.NewTuple(ptr("AuthenticateResponse"), errorVar), false)
		return types.NewFunc(0, own, name, sig)
	}
	call := method("Authenticate", ptr("AuthenticateParams"))
	if !sdk.IsCall(call) || sdk.CallMajor(call) != "v18" {
		t.Errorf("Authenticate: %t, major %s", sdk.IsCall(call), sdk.CallMajor(call))
	}
	if sdk.IsCall(method("Load")) {
		t.Error("Load is a call")
	}
}

func TestErrorPackage(t *testing.T) {
	for major, want := range map[string]string{
		"":    "github.com/stytchauth/stytch-go/stytch",
		"v2":  "github.com/stytchauth/stytch-go/v2/stytch",
		"v18": "github.com/stytchauth/stytch-go/v18/stytch/stytcherror",
	} {
		if path, _ := sdk.ErrorPackage(major); path != want {
			t.Errorf("ErrorPackage(%q) = %s", major, path)
		}
	}
}
