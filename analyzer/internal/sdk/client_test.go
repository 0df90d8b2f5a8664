package sdk_test

import (
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

const apiSource = `package stytchapi

import "context"

type Env string

type API struct{}

type Option func(*API)

func NewClient(projectID string, secret string, opts ...Option) (*API, error) { return nil, nil }

func NewAPIClient(projectID string, secret string) *API { return nil }

func NewAPIClientWithContext(ctx context.Context, env Env, projectID string, secret string, opts ...Option) (*API, error) {
	return nil, nil
}

func New(projectID string) {}

func (API) NewClient(projectID string, secret string) {}

func NewOther(projectID string, secret string) {}

func WithBaseURI(uri string) Option { return nil }

func WithClient() Option { return nil }

func WithLogger() Option { return nil }

func (API) WithBaseURI() {}
`

func function(pkg *types.Package, name string) *types.Func {
	return pkg.Scope().Lookup(name).(*types.Func)
}

func TestConstructorOf(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v8/stytch/b2c/stytchapi", apiSource)
	for name, want := range map[string]sdk.Constructor{
		"NewClient":               {Env: -1, ProjectID: 0, Secret: 1, Options: 2},
		"NewAPIClient":            {Env: -1, ProjectID: 0, Secret: 1, Options: -1},
		"NewAPIClientWithContext": {Env: 1, ProjectID: 2, Secret: 3, Options: 4},
	} {
		if got, ok := sdk.ConstructorOf(function(pkg, name)); !ok || got != want {
			t.Errorf("%s: got %+v, %t", name, got, ok)
		}
	}
	for _, name := range []string{"New", "NewOther", "WithClient"} {
		if got, ok := sdk.ConstructorOf(function(pkg, name)); ok {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	method, _, _ := types.LookupFieldOrMethod(pkg.Scope().Lookup("API").Type(), false, pkg, "NewClient")
	if got, ok := sdk.ConstructorOf(method.(*types.Func)); ok {
		t.Errorf("the method: got %+v", got)
	}
	for path, want := range map[string]bool{
		"github.com/stytchauth/stytch-go/stytch":                               true,
		"github.com/stytchauth/stytch-go/v3/stytch/stytchapi":                  true,
		"github.com/stytchauth/stytch-go/v99/stytch/consumer/stytchapi":        true,
		"github.com/stytchauth/stytch-go/v8/stytch/b2b/b2bstytchapi":           true,
		"example.com/vendor/github.com/stytchauth/stytch-go/v3/stytch":         true,
		"github.com/stytchauth/stytch-go/v18/stytch/consumer":                  false,
		"github.com/stytchauth/stytch-management-go/v3/pkg/api":                false,
		"github.com/someone/github.com/stytchauth/stytch-go/v3/stytch/nothing": false,
		"example.com/stytchapi":                                                false,
	} {
		pkg := check(t, path, apiSource)
		if got, ok := sdk.ConstructorOf(function(pkg, "NewClient")); ok != want {
			t.Errorf("%s: %t", path, ok)
		} else if ok && got.Bare != (pkg.Path()[len(pkg.Path())-len("/stytch"):] == "/stytch") {
			t.Errorf("%s: bare: %t", path, got.Bare)
		}
	}
}

func TestOptionOf(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi", apiSource)
	for name, want := range map[string]sdk.Option{
		"WithBaseURI": sdk.BaseURI,
		"WithClient":  sdk.Client,
		"WithLogger":  sdk.OtherOption,
	} {
		if got, ok := sdk.OptionOf(function(pkg, name)); !ok || got != want {
			t.Errorf("%s: got %d, %t", name, got, ok)
		}
	}
	if _, ok := sdk.OptionOf(function(pkg, "NewClient")); ok {
		t.Error("NewClient is an option")
	}
	method, _, _ := types.LookupFieldOrMethod(pkg.Scope().Lookup("API").Type(), false, pkg, "WithBaseURI")
	if _, ok := sdk.OptionOf(method.(*types.Func)); ok {
		t.Error("a method is an option")
	}
	other := check(t, "example.com/stytchapi", apiSource)
	if _, ok := sdk.OptionOf(function(other, "WithBaseURI")); ok {
		t.Error("an option of another package")
	}
}
