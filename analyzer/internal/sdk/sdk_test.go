package sdk_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stytchlint/stytchlint/analyzer/internal/sdk"
)

// check type-checks a package of one file.
func check(t *testing.T, path, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "x.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

const (
	errorSource = `package stytcherror

type Type string

type URL string

type Error struct {
	ErrorType Type
	ErrorURL  URL
}

type OAuth2Error struct{ ErrorType Type }

type Other struct{ ErrorType Type }

var ErrorType Type
`
	oldSource = `package stytch

type ErrorType string

type Type string

type Error struct{ ErrorType ErrorType }
`
	clientSource = `package stytch

type Client struct{ ErrorType string }

type Type string
`
)

func TestIsErrorPackage(t *testing.T) {
	const base = "github.com/stytchauth/stytch-go"
	for _, tt := range []struct {
		path, source string
		want         bool
	}{
		{base + "/v18/stytch/stytcherror", errorSource, true},
		{base + "/v5/stytch/stytcherror", errorSource, true},
		{base + "/v123/stytch/stytcherror", errorSource, true},
		{base + "/stytch/stytcherror", errorSource, true},
		{base + "/stytch", oldSource, true},
		{base + "/v2/stytch", oldSource, true},
		{"example.com/app/vendor/" + base + "/v18/stytch/stytcherror", errorSource, true},
		{"vendor/" + base + "/v18/stytch/stytcherror", errorSource, true},
		// the package of clients of later versions
		{base + "/v18/stytch", clientSource, false},
		// other packages of the module, other modules
		{base + "/v18/stytcherror", errorSource, false},
		{base + "/v18/stytch/stytcherror/internal", errorSource, false},
		{base + "/vx/stytch/stytcherror", errorSource, false},
		{base + "-fork/v18/stytch/stytcherror", errorSource, false},
		{base + "/v/stytch/stytcherror", errorSource, false},
		{"github.com/stytchauth/stytch-go2/stytch/stytcherror", errorSource, false},
		{"example.com/" + base + "/v18/stytch/stytcherror", errorSource, false},
		{"example.com/app/stytcherror", errorSource, false},
		{"stytcherror", errorSource, false},
	} {
		if got := sdk.IsErrorPackage(check(t, tt.path, tt.source)); got != tt.want {
			t.Errorf("IsErrorPackage(%s) = %t", tt.path, got)
		}
	}
	if sdk.IsErrorPackage(nil) {
		t.Error("IsErrorPackage(nil)")
	}
}

// field returns the field of that name of a struct of pkg.
func field(t *testing.T, pkg *types.Package, typ, name string) *types.Var {
	t.Helper()
	s := pkg.Scope().Lookup(typ).Type().Underlying().(*types.Struct)
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	t.Fatalf("no field %s.%s", typ, name)
	return nil
}

func TestFamilyOfField(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/stytcherror", errorSource)
	old := check(t, "github.com/stytchauth/stytch-go/stytch", oldSource)
	other := check(t, "example.com/stytcherror", errorSource)
	for _, tt := range []struct {
		pkg       *types.Package
		typ, name string
		family    sdk.Family
		ok        bool
	}{
		{pkg, "Error", "ErrorType", sdk.API, true},
		{pkg, "OAuth2Error", "ErrorType", sdk.OAuth2, true},
		{old, "Error", "ErrorType", sdk.API, true},
		{pkg, "Error", "ErrorURL", 0, false},
		{other, "Error", "ErrorType", 0, false},
	} {
		family, ok := sdk.FamilyOfField(field(t, tt.pkg, tt.typ, tt.name))
		if family != tt.family || ok != tt.ok {
			t.Errorf("%s %s.%s: got %d, %t", tt.pkg.Path(), tt.typ, tt.name, family, ok)
		}
	}
	// a variable that is no field
	if _, ok := sdk.FamilyOfField(pkg.Scope().Lookup("ErrorType").(*types.Var)); ok {
		t.Error("a package variable is taken for a field")
	}
}

func TestIsCodeType(t *testing.T) {
	pkg := check(t, "github.com/stytchauth/stytch-go/v18/stytch/stytcherror", errorSource)
	old := check(t, "github.com/stytchauth/stytch-go/stytch", oldSource)
	client := check(t, "github.com/stytchauth/stytch-go/v18/stytch", clientSource)
	other := check(t, "example.com/stytcherror", errorSource)
	typ := func(pkg *types.Package, name string) types.Type { return pkg.Scope().Lookup(name).Type() }
	for _, tt := range []struct {
		typ  types.Type
		want bool
	}{
		{typ(pkg, "Type"), true},
		{typ(old, "ErrorType"), true},
		{types.NewAlias(types.NewTypeName(token.NoPos, other, "Code", nil), typ(pkg, "Type")), true},
		{typ(pkg, "URL"), false},
		{typ(pkg, "Error"), false},
		{typ(old, "Type"), false},
		{typ(client, "Type"), false},
		{typ(other, "Type"), false},
		{types.Typ[types.String], false},
		{types.NewPointer(typ(pkg, "Type")), false},
	} {
		if got := sdk.IsCodeType(tt.typ); got != tt.want {
			t.Errorf("IsCodeType(%s) = %t", tt.typ, got)
		}
	}
}

func TestReaches(t *testing.T) {
	errors := check(t, "github.com/stytchauth/stytch-go/v18/stytch/stytcherror", errorSource)
	direct := types.NewPackage("example.com/direct", "direct")
	direct.SetImports([]*types.Package{errors})
	indirect := types.NewPackage("example.com/indirect", "indirect")
	indirect.SetImports([]*types.Package{types.NewPackage("fmt", "fmt"), direct})
	cycle := types.NewPackage("example.com/cycle", "cycle")
	cycle.SetImports([]*types.Package{cycle})
	// What export data tells of a client: nothing of the package with the errors.
	client := types.NewPackage("example.com/client", "client")
	client.SetImports([]*types.Package{types.NewPackage("github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi", "stytchapi")})
	for pkg, want := range map[*types.Package]bool{errors: true, direct: true, indirect: true, cycle: false, client: true} {
		if got := sdk.Reaches(pkg); got != want {
			t.Errorf("Reaches(%s) = %t", pkg.Path(), got)
		}
	}
}
