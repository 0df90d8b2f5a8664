package library_test

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

func TestPath(t *testing.T) {
	for path, want := range map[string]string{
		"net/http":                     "net/http",
		"github.com/labstack/echo":     "github.com/labstack/echo",
		"github.com/labstack/echo/v4":  "github.com/labstack/echo",
		"example.com/app/v12":          "example.com/app",
		"example.com/app/v2/internal":  "example.com/app/internal",
		"example.com/app/v2/v3/a":      "example.com/app/a",
		"gotest.tools/v3/assert":       "gotest.tools/assert",
		"example.com/api/v1":           "example.com/api/v1",
		"example.com/api/v02":          "example.com/api/v02",
		"example.com/api/v":            "example.com/api/v",
		"vendor/golang.org/x/net":      "golang.org/x/net",
		"a/vendor/example.com/app/v2":  "example.com/app",
		"example.com/myvendor/app":     "example.com/myvendor/app",
		"example.com/vault":            "example.com/vault",
		"example.com/app/v2beta":       "example.com/app/v2beta",
		"github.com/v2/app/validation": "github.com/v2/app/validation",
	} {
		if got := library.Path(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

func TestType(t *testing.T) {
	pkg := types.NewPackage("github.com/labstack/echo/v4", "echo")
	context := types.NewNamed(types.NewTypeName(token.NoPos, pkg, "Context", nil), types.NewStruct(nil, nil), nil)
	alias := types.NewAlias(types.NewTypeName(token.NoPos, pkg, "C", nil), types.NewPointer(context))
	for _, test := range []struct {
		t    types.Type
		want string
	}{
		{context, "github.com/labstack/echo.Context"},
		{types.NewPointer(context), "github.com/labstack/echo.Context"},
		{alias, "github.com/labstack/echo.Context"},
		{types.NewPointer(types.NewPointer(context)), ""},
		{types.Universe.Lookup("error").Type(), ""},
		{types.Typ[types.String], ""},
		{nil, ""},
	} {
		if got := library.Type(test.t); got != test.want {
			t.Errorf("%v: got %q, want %q", test.t, got, test.want)
		}
	}
}
