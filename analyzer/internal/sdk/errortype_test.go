package sdk_test

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

func TestErrorType(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/stytcherror", errorSource)
	old := check(t, "github.com/stytchauth/stytch-go/stytch", oldSource)
	other := check(t, "example.com/stytcherror", errorSource)
	typ := func(pkg *types.Package, name string) types.Type { return pkg.Scope().Lookup(name).Type() }
	for _, tt := range []struct {
		typ  types.Type
		want bool
	}{
		{typ(pkg, "Error"), true},
		{typ(pkg, "OAuth2Error"), true},
		{typ(old, "Error"), true},
		{types.NewAlias(types.NewTypeName(token.NoPos, other, "E", nil), typ(pkg, "Error")), true},
		{types.NewPointer(typ(pkg, "Error")), false},
		{typ(pkg, "Other"), false},
		{typ(pkg, "Type"), false},
		{typ(other, "Error"), false},
		{types.Universe.Lookup("error").Type(), false},
		{types.Typ[types.Invalid], false},
		{nil, false},
	} {
		if name, ok := sdk.ErrorType(tt.typ); ok != tt.want || ok && name == nil {
			t.Errorf("ErrorType(%v) = %v, %t", tt.typ, name, ok)
		}
	}
}

func TestMajor(t *testing.T) {
	const base = "github.com/stytchauth/stytch-go"
	for path, want := range map[string]string{
		base + "/v18/stytch/stytcherror": "v18",
		base + "/v5":                     "v5",
		base + "/stytch":                 "",
		base:                             "",
		"example.com/a/vendor/" + base + "/v16/stytch/b2b": "v16",
		"example.com/v2/stytch":                            "",
		"vendor/" + base + "/stytch/x":                     "",
	} {
		if got := sdk.Major(path); got != want {
			t.Errorf("Major(%s) = %q, want %q", path, got, want)
		}
	}
}
